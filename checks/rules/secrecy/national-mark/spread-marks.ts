import type { Table } from '../../../text/document.ts';
import type { Passage } from '../../../text/passage.ts';
import { STAR, TERM } from './level.ts';

/** Longest piece of a mark that is spread over several. */
const LONGEST = 3;
const SPREAD = new RegExp(`^(?:绝密|机密|秘密)(?:${STAR}?${TERM})?`, 'u');
/** A whole level beside a term without a star is a row of a table on how long secrets last. */
const SPREAD_STARRED = new RegExp(`(?:绝密|机密|秘密)${STAR}${TERM}`, 'u');

/** One character in each line. */
const UPRIGHT = /^\s*[绝机秘]\s*\n\s*密\s*\n/u;
const UPRIGHT_WITH_TERM = new RegExp(`^(?:绝密|机密|秘密)${STAR}?${TERM}`, 'u');

const TERM_ALONE = new RegExp(`^[^\\p{L}\\p{N}]*${TERM}[^\\p{L}\\p{N}]*$`, 'u');
const ENDS_IN_LEVEL = /(?<!国家|商业|工作|保守|[、，])[绝机秘]密[^\p{L}\p{N}]*$/u;

/** The first passage of every mark whose characters stand one below the other, in lines, paragraphs or cells. */
export function spreadMarks(passages: readonly Passage[], tables: readonly Table[]): Passage[] {
  const columns = tables.flatMap(({ rows }) =>
    Array.from({ length: Math.min(50, Math.max(0, ...rows.map((row) => row.length))) }, (_, at) => rows.map((row) => row[at])),
  );
  const rows = tables.flatMap((table) => table.rows);
  const runs = [passages.filter(({ cell }) => !cell), ...columns, ...rows].flatMap(runsOf);
  const inOne = passages.filter(
    ({ text }) =>
      /^[^\n]{1,8}\n/u.test(text) && (SPREAD_STARRED.test(joined(text)) || (UPRIGHT.test(text) && UPRIGHT_WITH_TERM.test(joined(text)))),
  );
  return [...inOne, ...runs, ...scattered(passages)];
}

/** A slanted stamp is read in pieces: its level at the end of another line, its term by itself. */
function scattered(passages: readonly Passage[]): Passage[] {
  const read = passages.filter(({ kind }) => kind === 'ocr');
  return read.some(({ text }) => TERM_ALONE.test(text)) ? read.filter(({ text }) => ENDS_IN_LEVEL.test(text)) : [];
}

/** The short lines that a text begins with, one behind the other; empty when there are none. */
function joined(text: string): string {
  const lines = text.split('\n', 12).map((line) => line.trim());
  const longer = lines.findIndex((line) => line.length > LONGEST);
  return (longer < 0 ? lines : lines.slice(0, longer)).join('');
}

/** Runs of short passages in a row that together make a mark. */
function runsOf(passages: readonly (Passage | undefined)[]): Passage[] {
  const found: Passage[] = [];
  for (let at = 0; at < passages.length; at++) {
    const first = passages[at];
    if (!first || !/^\s*[绝机秘]\s*$|^\s*[绝机秘]\s*密\s*$/u.test(first.text)) continue;
    let text = '';
    for (const next of passages.slice(at, at + 12)) {
      if (next && next.text.trim().length > LONGEST) break;
      text += next?.text.replace(/\s/gu, '') ?? '';
    }
    if (/^.\s*$/u.test(first.text.trim()) ? SPREAD.test(text) : SPREAD_STARRED.test(text)) found.push(first);
  }
  return found;
}
