import { itemsOfFields } from './grid.ts';
import type { Field, Item } from './item.ts';
import { isLabel, plainLabel } from './labels.ts';
import type { Passage } from './passage.ts';

/** `姓名：`, or the end of a tag `<姓名>`, at most so long; what stands before it in its words is part of it. */
const LABEL = /(?<![\p{Script=Han}A-Za-z])[\p{Script=Han}A-Za-z（）()]{1,14}["']?[ \t]{0,4}[：:>]/gu;
/** Where a value ends if no label follows. */
const END = /[\n，,；;。<]|[ \t]{2}/u;
const LONGEST = 80;
/** So many passages without a pair end a form. */
const APART = 2;

/** What lines such as `姓名：…` or `户名：… 账号：…` tell, one after the other or side by side, with colons or without. */
export function itemsOfPairs(passages: readonly Passage[]): Item[] {
  const items: Item[] = [];
  let fields: Field[] = [];
  let last = 0;
  const close = () => {
    if (fields.length > 1) items.push(...itemsOfFields(fields));
    fields = [];
  };
  for (const [at, passage] of passages.entries()) {
    if (passage.cell || passage.kind === 'name') continue;
    const found = /[：:>]/u.test(passage.text) ? pairsIn(passage) : [];
    if (found.length === 0) found.push(...spacedPairsIn(passage), ...belowPair(passage, passages[at + 1]));
    if (found.length === 0) continue;
    if (at - last > APART) close();
    fields.push(...found);
    last = at;
  }
  close();
  return items;
}

/** What a line says whose label is the whole line above it. */
function belowPair(passage: Passage, next: Passage | undefined): Field[] {
  if (!next || next.cell || next.kind !== 'paragraph' || passage.kind !== 'paragraph') return [];
  if (!isLabel(passage.text) || isLabel(next.text) || next.text.length > LONGEST || /[\n。]/u.test(next.text)) return [];
  return [{ text: next.text, label: plainLabel(passage.text), passage: next, start: 0, end: next.text.length }];
}

/** A line of a form is no longer. */
const LONGEST_LINE = 200;

/** What lines tell in which labels and values alternate with nothing but spaces between: `姓名 王小明 性别 男`. */
function spacedPairsIn(passage: Passage): Field[] {
  const found: Field[] = [];
  let at = 0;
  for (const line of passage.text.split('\n')) {
    const begin = at;
    at += line.length + 1;
    if (line.length > LONGEST_LINE) continue;
    const words = [...line.matchAll(/\S+/gu)].map(({ 0: text, index }) => ({ text, start: begin + index, isLabel: isLabel(text) }));
    const labels = words.filter((word, index) => word.isLabel && words[index + 1]?.isLabel === false);
    if (labels.length < 2 || labels[0] !== words[0]) continue;
    for (const label of labels) {
      const from = words.indexOf(label) + 1;
      const next = words.findIndex((word, index) => index > from && word.isLabel);
      const values = words.slice(from, next < 0 ? undefined : next);
      const { text, start } = values.at(-1)!;
      const stretch = { start: values[0]!.start, end: start + text.length };
      found.push({ text: passage.text.slice(stretch.start, stretch.end), label: plainLabel(label.text), passage, ...stretch });
    }
  }
  return found;
}

function pairsIn(passage: Passage): Field[] {
  const { text } = passage;
  const labels = [...text.matchAll(LABEL)].filter(({ 0: label }) => isLabel(label));
  return labels.map(({ 0: label, index }, at) => {
    const start = index + label.length;
    const rest = text.slice(start, Math.min(labels[at + 1]?.index ?? text.length, start + LONGEST));
    const skip = /^[\s"']*/u.exec(rest)![0].length;
    const value = rest
      .slice(skip)
      .split(END, 1)[0]!
      .replace(/[\s"']+$/u, '');
    return { text: value, label: plainLabel(label), passage, start: start + skip, end: start + skip + value.length };
  });
}
