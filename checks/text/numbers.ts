import { BEGINNINGS, LAYOUTS } from './number-layouts.ts';
import type { Passage } from './passage.ts';

/** A long number as people write it, its separators left out. */
export interface NumberFound {
  /** Digits, and `X` where an ID number ends in it. */
  digits: string;
  /** Where it begins and ends in the folded text of its passage. */
  start: number;
  end: number;
  /** How many digits stand together, group by group: `6-8-4`. */
  layout: string;
  /** No other digits stand beside it, apart by separators only. */
  isAlone: boolean;
}

interface Group {
  digits: string;
  start: number;
  end: number;
}

const CHINESE = '〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺';
const VALUES: ReadonlyMap<string, string> = new Map([
  ...[...'〇一二三四五六七八九'].map((sign, value) => [sign, String(value)] as const),
  ...[...'零壹贰叁肆伍陆柒捌玖'].map((sign, value) => [sign, String(value)] as const),
  ['幺', '1'],
  ...[...'OoОоΟο'].map((sign) => [sign, '0'] as const),
  ...[...'lI'].map((sign) => [sign, '1'] as const),
  ...[...'XxХх×'].map((sign) => [sign, 'X'] as const),
]);

const CIRCLED = '①②③④⑤⑥⑦⑧⑨';
const BESIDE = `[0-9A-Za-z${CIRCLED}]`;
/** A number with digits in circles. One before or behind a number counts an item or a note, and one between two numbers parts them. */
const WITH_CIRCLED = `(?<!${BESIDE})(?=${BESIDE}{11,20}(?!${BESIDE}))(?=[0-9Xx]*[${CIRCLED}])(?:[${CIRCLED}]{2}|[0-9])[0-9Xx${CIRCLED}]*[0-9Xx]`;
/** Letters and digits that stand together, or Chinese numerals that do. Each sign belongs to one word, so this is linear. */
const WORD = `[0-9A-Za-zОоΟοХх×]+|[${CHINESE}]+[XxХх×]?`;
const WORDS = new RegExp(WORD, 'gu');
const WORDS_WITH_CIRCLED = new RegExp(`${WITH_CIRCLED}|${WORD}`, 'gu');
const IS_CIRCLED = new RegExp(`[${CIRCLED}]`, 'u');
/** Words for what follows, without a space before the number. */
const LABEL = /^(?:id|no|nr|tel|sfz|sfzh|mobile|phone)(?=\d)/iu;
/** A look-alike letter counts at the ends too, if there are many digits. */
const ARABIC = /^[0-9OoОоΟοlI]+[XxХх×]?$/u;
const SPOKEN = new RegExp(`^[${CHINESE}]`, 'u');
const LONE_X = /^[XxХх×]$/u;
/** So many digits for each look-alike letter. */
const DIGITS_PER_LETTER = 1;
/** What may stand between two groups: at most two separators. A bar alone can be a one. */
const GAP = /^(?:[ \t\n\-\u2010-\u2015\u2212._·•/\u30fb]{1,2}|\|)$/u;

/**
 * Numbers of so many digits in a passage, however they are spaced: a group alone, neighbouring groups that people divide
 * such a number into, or all the groups that stand together. A group that has one of the lengths is a number by itself and
 * not put together with its neighbours. Letters that look like digits and Chinese numerals count as digits.
 */
export function numbersIn({ text }: Pick<Passage, 'text'>, lengths: readonly number[]): NumberFound[] {
  if (text.length < Math.min(...lengths)) return [];
  const found: NumberFound[] = [];
  for (const run of runsOf(text)) {
    for (const first of run.keys()) found.push(...numbersFrom(text, run, first, lengths));
  }
  return found;
}

/** The numbers that begin with a group of a run. */
function* numbersFrom(text: string, run: readonly Group[], first: number, lengths: readonly number[]): Generator<NumberFound> {
  const most = Math.max(...lengths);
  const start = run[first]!.start;
  let digits = '';
  let layout = '';
  for (let last = first; last < run.length; last++) {
    const group = run[last]!;
    const isWhole = lengths.includes(group.digits.length);
    if (last > first && isWhole) return;
    if (last > first && text.slice(run[last - 1]!.end, group.start) === '|') digits += '1';
    digits += group.digits;
    layout += last > first ? `-${group.digits.length}` : group.digits.length;
    if (digits.length > most || (first > 0 && !isWhole && !BEGINNINGS.has(layout))) return;
    const isAlone = first === 0 && last === run.length - 1;
    if (lengths.includes(digits.length) && (isWhole || isAlone || LAYOUTS.has(layout)))
      yield { digits, start, end: group.end, layout, isAlone };
    if (isWhole) return;
  }
}

/** Rows of groups with only separators between. */
function* runsOf(text: string): Generator<Group[]> {
  let run: Group[] = [];
  for (const { 0: word, index } of text.matchAll(IS_CIRCLED.test(text) ? WORDS_WITH_CIRCLED : WORDS)) {
    const before = run.at(-1);
    const isNext = before !== undefined && index - before.end <= 2 && GAP.test(text.slice(before.end, index));
    if (isNext && LONE_X.test(word)) {
      before.digits += 'X';
      before.end = index + 1;
      continue;
    }
    if (!isNext && run.length > 0) {
      yield run;
      run = [];
    }
    const skip = LABEL.exec(word)?.[0].length ?? 0;
    const group = { digits: toDigits(word.slice(skip)), start: index + skip, end: index + word.length };
    if (group.digits !== '') run.push(group);
    else if (run.length > 0) {
      yield run;
      run = [];
    }
  }
  if (run.length > 0) yield run;
}

/** The digits that a word stands for; empty when it is not a number. */
function toDigits(written: string): string {
  const word = written.replace(/[①-⑨]/gu, (sign) => String(CIRCLED.indexOf(sign) + 1));
  if (!SPOKEN.test(word)) {
    if (!ARABIC.test(word)) return '';
    const count = word.replace(/\D/gu, '').length;
    if (count < (word.length - count) * DIGITS_PER_LETTER) return '';
  }
  return word.replace(/\D/gu, (sign) => VALUES.get(sign) ?? sign);
}
