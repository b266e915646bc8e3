import type { Passage } from './passage.ts';

/** Columns of a table drawn with tabs or spaces. */
const GAP = /\t+|\s{2,}|\s*[|│]\s*/u;

/** The line that an offset stands in, with its beginning. */
function lineAt(text: string, at: number): { line: string; start: number } {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return { line: text.slice(start, end < 0 ? undefined : end), start };
}

/** Cells of the line that an offset stands in, in a text whose lines make a table. */
export const rowAt = ({ text }: Passage, at: number): string[] => lineAt(text, at).line.trim().split(GAP);

/** The header above an offset in a text whose lines make a table; empty in any other text. */
export function columnOf({ text }: Passage, at: number): string {
  if (!text.includes('\n')) return '';
  const { line, start } = lineAt(text, at);
  const cells = line.trim().split(GAP);
  if (cells.length < 2) return '';
  const header = text
    .slice(0, start)
    .split('\n')
    .map((other) => other.trim().split(GAP))
    .find((other) => other.length === cells.length && other.every((cell) => !/\d{5}/u.test(cell)));
  const column =
    line
      .slice(0, at - start)
      .trimStart()
      .split(GAP).length - 1;
  return header?.[column] ?? '';
}
