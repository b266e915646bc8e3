import type { Passage } from './passage.ts';

/** A run of digits as people write long numbers, its separators left out. */
export interface NumberFound {
  /** Digits, and letters where they belong to the number: `X` at the end of an ID number. */
  digits: string;
  /** Where it begins and ends in the folded text of its passage. */
  start: number;
  end: number;
}

/** One digit however it is disguised: Arabic, Chinese, or a letter that looks like one. */
const DIGIT_LIKE: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  壹: '1',
  贰: '2',
  叁: '3',
  肆: '4',
  伍: '5',
  陆: '6',
  柒: '7',
  捌: '8',
  玖: '9',
  幺: '1',
  两: '2',
  O: '0',
  o: '0',
  О: '0',
  о: '0',
  Ο: '0',
  ο: '0',
  l: '1',
  I: '1',
  '|': '1',
};
const CHINESE = '〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺两';

/**
 * Runs of at least so many digits in a passage. Between two digits may stand up to two separators: spaces, hyphens, dots,
 * middle dots, commas of a list are not among them. Look-alike letters count only between digits, Chinese numerals only
 * among themselves.
 */
export function numbersIn({ text }: Pick<Passage, 'text'>, least: number): NumberFound[] {
  if (text.length < least) return [];
  return [...text.matchAll(ARABIC), ...text.matchAll(SPOKEN)]
    .map(({ 0: run, index }) => ({ digits: toDigits(run), start: index, end: index + run.length }))
    .filter(({ digits }) => digits.length >= least);
}

const SEPARATOR = '[ \\t\\n\\-\\u2010-\\u2015._·•\\u30fb]';
const ARABIC = new RegExp(
  `(?<![0-9A-Za-z])[0-9OoОоΟοlI|](?:${SEPARATOR}{0,2}[0-9OoОоΟοlI|])*(?:${SEPARATOR}{0,2}[XxХх×](?![0-9A-Za-z]))?(?![0-9A-Za-z])`,
  'gu',
);
const SPOKEN = new RegExp(`[${CHINESE}](?:${SEPARATOR}{0,2}[${CHINESE}]){10,}(?:[XxХх×])?`, 'gu');

function toDigits(run: string): string {
  let digits = '';
  for (const character of run) {
    if (/[0-9]/u.test(character)) digits += character;
    else if (/[XxХх×]/u.test(character)) digits += 'X';
    else digits += DIGIT_LIKE[character] ?? '';
  }
  return digits;
}
