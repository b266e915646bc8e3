import type { Passage } from './passage.ts';

/** Columns of a table drawn with tabs or spaces. */
const GAP = /\t+|\s{2,}|\s*[|│]\s*/u;
/** A row of a table is no longer; what stands farther off in a line says nothing about a place in it. */
const REACH = 300;

/** The line that an offset stands in, as far as it reaches, with its beginning. */
function lineAt(text: string, at: number): { line: string; start: number } {
  const before = text.slice(Math.max(0, at - REACH), at);
  const after = text.slice(at, at + REACH);
  const start = at - (before.length - before.lastIndexOf('\n') - 1);
  return { line: before.slice(before.lastIndexOf('\n') + 1) + after.split('\n', 1)[0], start };
}

/** Cells of the line that an offset stands in, in a text whose lines make a table. */
export const rowAt = ({ text }: Passage, at: number): string[] => lineAt(text, at).line.trim().split(GAP);

interface Header {
  cells: readonly string[];
  start: number;
}

/** The header above an offset in a text whose lines make a table; empty in any other text. */
export function columnOf(passage: Passage, at: number): string {
  const { text } = passage;
  if (!text.includes('\n')) return '';
  const { line, start } = lineAt(text, at);
  const header = headersOf(passage).get(line.trim().split(GAP).length);
  if (!header || header.start >= start) return '';
  const before = line.slice(0, at - start).trimStart();
  return header.cells[before.split(GAP).length - 1] ?? '';
}

const known = new WeakMap<Passage, ReadonlyMap<number, Header>>();

/** The first line of each number of cells that holds no long number; worked out once. */
function headersOf(passage: Passage): ReadonlyMap<number, Header> {
  const kept = known.get(passage);
  if (kept) return kept;
  const headers = new Map<number, Header>();
  let start = 0;
  for (const line of passage.text.split('\n')) {
    const cells = line.length > REACH ? [] : line.trim().split(GAP);
    if (cells.length >= 2 && !headers.has(cells.length) && cells.every((cell) => !/\d{5}/u.test(cell)))
      headers.set(cells.length, { cells, start });
    start += line.length + 1;
  }
  known.set(passage, headers);
  return headers;
}
