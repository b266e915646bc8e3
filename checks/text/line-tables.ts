import type { Row } from './grid.ts';
import type { TextCell } from './item.ts';
import { isLabel } from './labels.ts';
import type { Passage } from './passage.ts';
import { isName } from './people.ts';

/** What parts the columns of a table drawn in lines, the surest first. */
const WIDE = /\t+| {2,}| *[|│] */gu;
const SPACE = /\s+/gu;
const COMMA = /\s*[,，]\s*/gu;
/** A row of a table is no longer. */
const LONGEST = 300;
/** A header of one word is no longer. */
const LONGEST_WORD = 8;

/** Tables that are drawn in lines with tabs, spaces, bars or commas: rows of cells of every run of such lines. */
export function* lineTables(passages: readonly Passage[]): Generator<Row[]> {
  let rows: Row[] = [];
  let gap = WIDE;
  for (const passage of passages) {
    if (passage.cell || passage.kind === 'field' || passage.kind === 'code' || passage.kind === 'name') continue;
    let at = 0;
    for (const line of passage.text.split('\n')) {
      const header = [SPACE, COMMA].find((each) => isHeader(cellsOf(passage, line, at, each)));
      if (header) gap = header;
      const cells = cellsOf(passage, line, at, header ?? gap);
      at += line.length + 1;
      if (cells.length >= 2) rows.push(cells);
      else if (cells.length === 1 || rows.length === 0) {
        if (rows.length > 1) yield rows;
        rows = [];
        gap = WIDE;
      }
    }
  }
  if (rows.length > 1) yield rows;
}

/** A line of short words, most of which name columns. */
function isHeader(cells: readonly TextCell[]): boolean {
  const labels = cells.filter(({ text }) => isLabel(text)).length;
  return (
    labels >= 2 &&
    labels >= 0.6 * cells.length &&
    cells.every(({ text }) => isLabel(text) || (text.length <= LONGEST_WORD && !/[\d。:]/u.test(text) && !isName(text)))
  );
}

function cellsOf(passage: Passage, line: string, at: number, gap: RegExp): TextCell[] {
  if (line.length > LONGEST) return [];
  const cells: TextCell[] = [];
  let start = 0;
  const add = (end: number) => {
    const text = line.slice(start, end);
    if (text.trim() !== '') cells.push({ text, passage, start: at + start, end: at + end });
  };
  for (const { 0: found, index } of line.matchAll(gap)) {
    add(index);
    start = index + found.length;
  }
  add(line.length);
  return cells;
}
