import { block, defineRule } from '../../../rule.ts';
import { aboutOf, labelIn } from '../../../text/about.ts';
import type { Document } from '../../../text/document.ts';
import { personOf } from '../../../text/item.ts';
import { itemsIn } from '../../../text/items.ts';
import { numbersIn } from '../../../text/numbers.ts';
import type { Passage } from '../../../text/passage.ts';
import { endsInName, startsWithName } from '../../../text/people.ts';
import { hasBirthDate, hasOldBirthDate, isIdNumber } from './id-digits.ts';
import { IS_ID, IS_OTHER, LABELS, SAMPLES } from './id-labels.ts';
import { splitNumbers } from './split-numbers.ts';

/** National student number (全国学籍号): G, or L while it is provisional, and the ID number. */
const STUDENT = /(?<![0-9A-Za-z])[GgLl]([1-9]\d{16}[\dXx])(?![0-9A-Za-z])/gu;
/** A number of another kind that is made of letters and an ID number. */
const LETTERED = /(?<![0-9A-Za-z])(?![GgLl]\d)[A-Za-z]{1,4}[-_]?([1-9]\d{16}[\dXx])(?![0-9A-Za-z])/gu;
/** A number with letters close behind, as of the next column when a picture was read: `…D级`, `…C1`. */
const TRAILED = /(?<![0-9A-Za-z])([1-9]\d{16}[\dXx])(?=[A-Za-z]{1,3}(?![A-Za-z]))/gu;

export default defineRule({
  id: 'privacy/id-number',
  title: '公开的内容里没有居民身份证号码',
  basis: [
    { law: '中华人民共和国政府信息公开条例', article: '第十五条' },
    { law: '中华人民共和国个人信息保护法', article: '第二十八条' },
  ],
  standards: ['STD-PRV-02', 'STD-INT-05', 'STD-PRV-01'],
  scope: 'text',
  sensitive: true,
  waivable: true,
  messages: {
    found: block(({ where }) => `${where}里有居民身份证号码。删去号码；要区分同名的人，只留后四位。`),
    mistyped: block(({ where }) => `${where}里的身份证号码录错了位，仍能认出人。删去号码，只留后四位。`),
    old: block(({ where }) => `${where}里有十五位的旧身份证号码。删去号码。`),
    student: block(({ where }) => `${where}里有全国学籍号，里面就是身份证号码。删去号码。`),
    disability: block(({ where }) => `${where}里有残疾人证号，前十八位就是身份证号码。删去号码。`),
  },
  check(document, report) {
    for (const passage of document.passages) {
      for (const { index, 0: found } of passage.text.matchAll(STUDENT))
        if (hasBirthDate(found.slice(1))) report('student', passage.spot(index, index + found.length));
      for (const pattern of [LETTERED, TRAILED])
        for (const { index, 0: found, 1: digits } of passage.text.matchAll(pattern))
          if (isIdNumber(digits!.toUpperCase())) report('found', passage.spot(index, index + found.length));
      for (const { digits, start, end } of numbersIn(passage, [20]))
        if (/残疾/u.test(aboutOf(document, passage, start)) && isIdNumber(digits.slice(0, 18)))
          report('disability', passage.spot(start, end));
      for (const { digits, start, end } of numbersIn(passage, LENGTHS)) {
        if (SAMPLES.has(digits) || MASKED.test(passage.text.slice(end, end + 2)) || MASKED.test(passage.text[start - 1] ?? '')) continue;
        const label = labelIn(aboutOf(document, passage, start), LABELS);
        const isLabelled = IS_ID.test(label);
        if (!isLabelled && IS_OTHER.test(label) && !(label === '编号' && isAdults(digits))) continue;
        if (digits.length === 18 && isIdNumber(digits)) report('found', passage.spot(start, end));
        else if (digits.length === 15 && isLabelled && hasOldBirthDate(digits)) report('old', passage.spot(start, end));
        else if (hasBirthDate(digits) && (isLabelled || (digits.length === 18 && isBesideName(document, passage, start, end))))
          report('mistyped', passage.spot(start, end));
      }
    }
    for (const passage of document.passages.filter(({ kind }) => kind === 'ocr')) {
      for (const { index, 0: found } of passage.text.matchAll(CUT_OFF)) report('mistyped', passage.spot(index, index + found.length));
      for (const { index, 1: behind, 2: ahead } of passage.text.matchAll(CLOSE_UP)) {
        const digits = (behind ?? ahead)!;
        if (isIdNumber(digits.toUpperCase())) report('found', passage.spot(index, index + digits.length));
      }
    }
    for (const { passage, start, end } of splitNumbers(document)) report('found', passage.spot(start, end));
  },
});

/** A number in a picture whose end was read elsewhere. */
const CUT_OFF = /(?:身份证?号码?|证件号码?)[^\d\n]{0,4}[1-9]\d{5}(?:19|20)\d{2,7}(?!\d)/gu;

/** A number in a picture with figures of the next column close before or behind it; every place where one could begin. */
const CLOSE_UP = /(?:(?<=\d)(?=([1-9]\d{16}[\dXx]))|(?=([1-9]\d{16}[\dXx])\d))/gu;

/** Whether a person is named in the row of a number, before or behind it. */
const isBesideName = (document: Document, passage: Passage, start: number, end: number): boolean => {
  const item = itemsIn(document).at(passage, start)?.item;
  if (item) return personOf(item) !== undefined;
  return (
    endsInName(passage.text.slice(Math.max(0, start - NEAR), start)) || startsWithName(passage.text.slice(end, end + NEAR).trimStart())
  );
};
const NEAR = 24;

/** Digits beside it are hidden: what shows is for `id-mask`. */
const MASKED = /^\s?[*×●○•■□#＊xX]/u;

/** Figures of eighteen digits, and how many are left when some were missed or typed twice. */
const LENGTHS = [14, 15, 16, 17, 18, 19];

/** A serial number with a date in it has a late one. */
const isAdults = (digits: string) => digits.length === 18 && isIdNumber(digits) && digits.slice(6, 10) < '2010';
