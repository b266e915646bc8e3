import { itemsOfFields } from './grid.ts';
import type { Field, Item } from './item.ts';
import { isLabel, plainLabel } from './labels.ts';
import type { Passage } from './passage.ts';

/** `姓名：`, at most so long; what stands before it in its words is part of it. */
const LABEL = /(?<![\p{Script=Han}A-Za-z])[\p{Script=Han}A-Za-z（）()]{1,14}[ \t]{0,4}[：:]/gu;
/** Where a value ends if no label follows. */
const END = /[\n，,；;。]|[ \t]{2}/u;
const LONGEST = 80;
/** So many passages without a pair end a form. */
const APART = 2;

/** What lines such as `姓名：…` or `户名：… 账号：…` tell, one after the other or side by side. */
export function itemsOfPairs(passages: readonly Passage[]): Item[] {
  const items: Item[] = [];
  let fields: Field[] = [];
  let last = 0;
  const close = () => {
    if (fields.length > 1) items.push(...itemsOfFields(fields));
    fields = [];
  };
  for (const [at, passage] of passages.entries()) {
    if (passage.cell || passage.kind === 'name' || !/[：:]/u.test(passage.text)) continue;
    const found = pairsIn(passage);
    if (found.length === 0) continue;
    if (at - last > APART) close();
    fields.push(...found);
    last = at;
  }
  close();
  return items;
}

function pairsIn(passage: Passage): Field[] {
  const { text } = passage;
  const labels = [...text.matchAll(LABEL)].filter(({ 0: label }) => isLabel(label));
  return labels.map(({ 0: label, index }, at) => {
    const start = index + label.length;
    const rest = text.slice(start, Math.min(labels[at + 1]?.index ?? text.length, start + LONGEST));
    const skip = rest.length - rest.trimStart().length;
    const value = rest.slice(skip).split(END, 1)[0]!.trimEnd();
    return { text: value, label: plainLabel(label), passage, start: start + skip, end: start + skip + value.length };
  });
}
