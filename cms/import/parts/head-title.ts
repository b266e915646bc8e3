import type { Paragraph } from '../block.ts';
import { squash } from '../fold.ts';
import type { Text } from '../text.ts';
import { endsWithKind } from './document-kind.ts';
import { isOtherHeadLine } from './head-lines.ts';
import { issuersIn } from './issuer.ts';
import { closeUp } from './set-wide.ts';

const BEGINS_TEXT = /^第.{1,5}[章节条编]|^[一二三四五六七八九十]{1,3}、|^（[一二三四五六七八九十]{1,3}）|[。；：]$/u;
const MOST_LINES = 6;
const LONGEST = 120;

/**
 * How many of these lines make up the title: those that say the claimed one, or that end with a kind
 * of document. A short first line over a text is a title too. 0 when none begins here.
 */
export function countTitleLines(lines: readonly Paragraph[], isFirst: boolean, claimed: string | undefined): number {
  const wanted = claimed === undefined ? undefined : squash(claimed);
  let joined = '';
  for (let count = 1; count <= MOST_LINES; count++) {
    const line = lines[count - 1];
    if (!line || isOtherHeadLine(line.plain)) break;
    joined += squash(line.plain);
    if (joined.length > LONGEST) break;
    if (wanted !== undefined && saysTitle(joined, wanted)) return withTrial(lines, count);
    if (wanted?.startsWith(joined)) continue;
    if (BEGINS_TEXT.test(line.plain)) break;
    if (endsWithKind(joined) && isBalanced(joined) && joined.length >= 6) return withTrial(lines, count);
    if (!goesOn(joined, lines[count])) break;
  }
  return isFirst && claimed === undefined && isHeadline(lines) ? 1 : 0;
}

/** The title alone, or after the name of who speaks. */
const saysTitle = (joined: string, wanted: string) =>
  joined === wanted || (joined.endsWith(wanted) && issuersIn(joined.slice(0, -wanted.length)).length > 0);

/** Whether the beginning of a title breaks off, so that the next line belongs to it. */
function goesOn(joined: string, next: Paragraph | undefined): boolean {
  if (!next) return false;
  if (!isBalanced(joined) || /^关于|[的和、与及]$/u.test(joined) || /^[的和与及（]/u.test(next.plain)) return true;
  const isWhole = joined.length > 30 || /[，：？！。；]|(?:解读|问答|报告|情况|名单|公示)$/u.test(joined);
  return !isWhole && endsWithKind(next.plain) && !/[，：？！。；]|^为/u.test(next.plain);
}

/** A first line on its own, short and no sentence, over sentences. */
function isHeadline([line, ...next]: readonly Paragraph[]): boolean {
  if (!line || [...line.plain].length > 60 || BEGINS_TEXT.test(line.plain) || isOtherHeadLine(line.plain)) return false;
  if (!isBalanced(line.plain) || /[的和、，]$/u.test(line.plain)) return false;
  return next.slice(0, 3).some(({ plain }) => /[。：！？；]$/u.test(plain) && [...plain].length > 20);
}

/** A line that says （试行） or the like under a title belongs to it. */
function withTrial(lines: readonly Paragraph[], count: number): number {
  const next = lines[count]?.plain.replaceAll(' ', '') ?? '';
  return /^（(?:试行|暂行|修订|征求意见稿|草案|\d{4}年.{0,6})）$/u.test(next) ? count + 1 : count;
}

const isBalanced = (text: string) => count(text, '《') === count(text, '》') && count(text, '（') === count(text, '）');
const count = (text: string, character: string) => text.split(character).length - 1;

/** The lines of a title as one; where layout broke it between Chinese characters no space stays. */
export function toTitle(lines: readonly Text[]): string {
  return lines
    .flatMap((line) => line.value.split('\n').map(closeUp))
    .reduce((title, line) => title + (/[A-Za-z0-9]$/u.test(title) && /^[A-Za-z0-9]/u.test(line) ? ' ' : '') + line, '');
}
