import type { Passage } from './passage.ts';

/** A long number as people write it, its separators left out. */
export interface NumberFound {
  /** Digits, and `X` where an ID number ends in it. */
  digits: string;
  /** Where it begins and ends in the folded text of its passage. */
  start: number;
  end: number;
}

const CHINESE = '〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺';
const VALUES: ReadonlyMap<string, string> = new Map([
  ...[...'〇一二三四五六七八九'].map((sign, value) => [sign, String(value)] as const),
  ...[...'零壹贰叁肆伍陆柒捌玖'].map((sign, value) => [sign, String(value)] as const),
  ['幺', '1'],
  ...[...'OoОоΟο'].map((sign) => [sign, '0'] as const),
  ...[...'lI|'].map((sign) => [sign, '1'] as const),
  ...[...'XxХх×'].map((sign) => [sign, 'X'] as const),
]);

const SEPARATOR = '[ \\t\\n\\-\\u2010-\\u2015._·•\\u30fb]';
const ARABIC_GROUP = '[0-9](?:[0-9OoОоΟοlI|]*[0-9])?';
/** Groups of digits with at most two separators between; look-alike letters count only between digits. */
const ARABIC = new RegExp(
  `(?<![0-9A-Za-z])${ARABIC_GROUP}(?:${SEPARATOR}{0,2}${ARABIC_GROUP})*(?:${SEPARATOR}{0,2}[XxХх×](?![0-9A-Za-z]))?(?![0-9A-Za-z])`,
  'gu',
);
/** Chinese numerals count only among themselves, and only in a long row. */
const SPOKEN = new RegExp(`[${CHINESE}](?:${SEPARATOR}{0,2}[${CHINESE}]){10,}(?:[XxХх×])?`, 'gu');

/**
 * Numbers of so many digits in a passage, however they are spaced: every row of neighbouring groups that makes up one of
 * the lengths. A number that stands in one group is not put together with its neighbours.
 */
export function numbersIn({ text }: Pick<Passage, 'text'>, lengths: readonly number[]): NumberFound[] {
  const most = Math.max(...lengths);
  const least = Math.min(...lengths);
  if (text.length < least) return [];
  const found: NumberFound[] = [];
  for (const { 0: run, index } of [...text.matchAll(ARABIC), ...text.matchAll(SPOKEN)]) {
    if (run.length < least) continue;
    const groups = groupsOf(run, index);
    const isWhole = (group: NumberFound) => lengths.includes(group.digits.length);
    for (const [at, first] of groups.entries()) {
      let digits = '';
      for (let next = at; next < groups.length && digits.length < most; next++) {
        const group = groups[next]!;
        if (next > at && (isWhole(group) || isWhole(first))) break;
        digits += group.digits;
        if (lengths.includes(digits.length)) found.push({ digits, start: first.start, end: group.end });
      }
    }
  }
  return found;
}

/** The groups of a row of digits; a final X belongs to the group before it. */
function groupsOf(run: string, index: number): NumberFound[] {
  const groups: NumberFound[] = [];
  for (const { 0: written, index: at } of run.matchAll(GROUP)) {
    const digits = written.replace(/./gu, (sign) => VALUES.get(sign) ?? sign);
    const last = groups.at(-1);
    if (digits === 'X' && last) groups[groups.length - 1] = { ...last, digits: `${last.digits}X`, end: index + at + written.length };
    else groups.push({ digits, start: index + at, end: index + at + written.length });
  }
  return groups;
}

const GROUP = new RegExp(`(?:(?!${SEPARATOR}).)+`, 'gu');
