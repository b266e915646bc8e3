import { block, defineRule, warn } from '../../../rule.ts';
import { aboutOf } from '../../../text/about.ts';
import type { Document } from '../../../text/document.ts';
import { type Field, personOf } from '../../../text/item.ts';
import { itemsIn } from '../../../text/items.ts';
import { numbersIn } from '../../../text/numbers.ts';
import type { Passage } from '../../../text/passage.ts';
import { endsInName, isName, namesIn, startsWithName } from '../../../text/people.ts';
import { peopleIn } from '../../../text/people-in.ts';
import { hasDoor } from '../home-address/door.ts';

/** GA 36: province, letter of the issuer, five or six (new energy) letters and digits. */
const PLATE = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][· ]?[0-9A-Z]{5,6}(?![0-9A-Za-z])/gu;
/** Any other first character, as OCR and hands give it, where words say that it is a plate. */
const LIKE_PLATE = /\p{Script=Han}[A-HJ-NP-Z][· ]?[0-9A-HJ-NP-Z]{5,6}(?![0-9A-Za-z])/gu;
const SAYS_PLATE = /车牌|号牌|牌照|车号|牌号|车主|驾驶|机动车|车辆|轿车|越野车|面包车/u;
/** A person who drives or owns, named beside the plate. */
const DRIVER = /(?:车主|驾驶人|所有人|司机|居民|村民|驾驶员|当事人)[：:\s]*([\p{Script=Han}]{2,4}?)(?=驾驶|驾|的|所有|[，,（(、\s：:]|$)/gu;

export default defineRule({
  id: 'privacy/plate',
  title: '车牌不和车主的姓名、电话、住址一起公开',
  basis: [{ law: '中华人民共和国个人信息保护法', article: '第四条' }],
  standards: ['STD-PRV-06'],
  scope: 'text',
  sensitive: true,
  waivable: true,
  messages: {
    owner: block(({ where }) => `${where}里有车牌，还有车主姓名和电话、住址或者证件。只留车牌，删去其他。`),
    named: warn(({ where }) => `${where}里有车牌和车主姓名。不必要的，隐去姓名或者车牌后几位。`),
  },
  check(document, report) {
    for (const passage of document.passages)
      for (const [index, found] of platesIn(document, passage)) {
        const { line, isNamed } = around(document, passage, index);
        if (!isNamed) continue;
        const isFull = line.some((text) => hasDoor(text) || numbersIn({ text }, [11, 18]).length > 0);
        report(isFull ? 'owner' : 'named', passage.spot(index, index + found.length));
      }
  },
});

/** Plates of a passage by where they stand. */
function platesIn(document: Document, passage: Passage): Map<number, string> {
  const like = [...passage.text.matchAll(LIKE_PLATE)].filter(
    ({ 0: found, index }) =>
      /\d.*\d/u.test(found) && SAYS_PLATE.test(`${aboutOf(document, passage, index)}${around(document, passage, index).line.join(' ')}`),
  );
  return new Map([...passage.text.matchAll(PLATE), ...like].map(({ 0: found, index }) => [index, found]));
}

/** So much of a text around a plate speaks of its car. */
const NEAR = 80;

/** What is said beside a plate, and whether it names the owner or driver. */
function around(document: Document, passage: Passage, at: number): { line: string[]; isNamed: boolean } {
  const item = itemsIn(document).at(passage, at)?.item;
  if (item) {
    const line = item.fields.map((field) => nearIn(field, passage, at));
    return { line, isNamed: personOf(item) !== undefined || line.some(hasDriver) };
  }
  const before = passage.text
    .slice(Math.max(0, at - NEAR), at)
    .split('\n')
    .at(-1)!;
  const line = before + passage.text.slice(at, at + NEAR).split('\n', 1)[0]!;
  return { line: [line], isNamed: hasDriver(line) || isNamedBeside(passage.text, at) };
}

/** What a field says beside a plate: all around it in its own cell, the beginning of another. */
const nearIn = ({ text, passage: other, start, end }: Field, passage: Passage, at: number) =>
  other === passage && start <= at && at <= end ? text.slice(Math.max(0, at - start - NEAR), at - start + NEAR) : text.slice(0, NEAR);

/** `王小明（甘A…）`, `甘A…（王小明）`, `王小明驾驶的甘A…` */
const isNamedBeside = (text: string, at: number) => {
  const [, behind] = /^[^，,。；;\s（(]{6,9}[（(]([^)）]{2,6})/u.exec(text.slice(at, at + 24)) ?? [];
  const before = text.slice(Math.max(0, at - 24), at);
  return (
    endsInName(before) ||
    endsInName(before.replace(/(?:驾驶|所有|名下)的?(?:小型|普通)?\p{Script=Han}{0,4}$/u, '')) ||
    startsWithName(behind ?? '')
  );
};

const hasDriver = (text: string) =>
  namesIn(text).length > 0 || peopleIn(text).length > 0 || [...text.matchAll(DRIVER)].some(([, name]) => isName(name!));
