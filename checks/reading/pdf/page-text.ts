import { toHiddenTest } from './hidden.ts';
import { toLines } from './lines.ts';
import type { Box, Marks } from './marks.ts';
import { toParagraphs } from './paragraphs.ts';
import { type Direction, toRuns } from './runs.ts';
import { toBlocks } from './tables.ts';

/** Text of a page. Rows and columns count from zero within the table, tables within the page. */
export interface PageText {
  text: string;
  kind: 'paragraph' | 'cell' | 'shape';
  isHidden: boolean;
  isAnnotation: boolean;
  cell?: { table: number; row: number; column: number };
  /** Columns of the table, for one that goes on on the next page. */
  columns?: number;
}

/** More rules than this are a drawing and no table. */
const MOST_RULES = 3000;

/** Texts of a page in reading order: what is set across first, then other directions such as watermarks. */
export function toPageText(marks: Marks, width: number, height: number): PageText[] {
  const rules = marks.rules.length > MOST_RULES ? [] : marks.rules;
  const directions = toRuns(marks.glyphs, rules, toHiddenTest(marks, width, height));
  directions.sort((a, b) => Math.abs(a.angle) - Math.abs(b.angle));
  let tables = 0;
  const texts: PageText[] = [];
  for (const isAnnotation of [false, true])
    for (const direction of directions) {
      const found = toTexts(direction, direction.angle === 0 ? rules : [], isAnnotation, tables);
      texts.push(...found);
      tables = Math.max(tables, ...found.map(({ cell }) => (cell ? cell.table + 1 : 0)));
    }
  return texts;
}

function toTexts({ angle, runs }: Direction, rules: readonly Box[], isAnnotation: boolean, firstTable: number): PageText[] {
  const lines = toLines(
    runs.filter((run) => run.isAnnotation === isAnnotation),
    rules,
  );
  const kind = angle % 90 === 0 ? 'paragraph' : 'shape';
  let table = firstTable - 1;
  return toBlocks(lines, rules).flatMap((block): PageText[] => {
    if ('lines' in block) return toParagraphs(block.lines).map((paragraph) => ({ ...paragraph, kind, isAnnotation }));
    table++;
    return block.cells.map(({ text, isHidden, row, column }) => ({
      text,
      kind: 'cell',
      isHidden,
      isAnnotation,
      cell: { table, row, column },
      columns: block.columns,
    }));
  });
}
