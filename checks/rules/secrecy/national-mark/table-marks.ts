import type { Table } from '../../../text/document.ts';
import type { Passage } from '../../../text/passage.ts';
import { aloneMarks } from './alone.ts';
import { GAP, LEVEL, TERM, toLevel } from './level.ts';

const LABEL = new RegExp(
  `^\\s*(?:文件|原文|原件|信息)?(?:密${GAP}级|(?:涉密|定密|保密|秘密)(?:程度|等级|级别|属性|类别)|密别|文件(?:安全)?等级|[标定]密|(?:secret|secrecy|security|classification)[ _-]?(?:level|class|grade)?|mi_?ji)(?:和保密期限)?(?:[(（].{0,12}[)）])?\\s*[::]?\\s*$`,
  'iu',
);
const VALUE = new RegExp(`^\\s*[☑√✓✔■]?${GAP}${LEVEL}(?!.*[□☐、/或][ \\t]*[绝机秘]${GAP}密)`, 'u');
/** A level by its first character, as registers have it: `机`, `机（五年）`. */
const SHORT = new RegExp(`^\\s*[绝机秘]\\s*(?:[(（]\\s*${TERM}\\s*[)）])?\\s*$`, 'u');
/** A level in a cell, and its term in another of the row. */
const ALONE = new RegExp(`^\\s*${LEVEL}级?\\s*$`, 'u');
const TERM_CELL = new RegExp(`^\\s*(?:保密)期限?[:：\\s]*(?:${TERM})`, 'u');
/** A table of a few rows that names each level once explains them. */
const ALL_LEVELS = 3;

/** Cells that hold a level: beside or below their label, or alone in their row. */
export function tableMarks({ rows }: Table): Passage[] {
  const found = new Set<Passage>();
  for (const [index, row] of rows.entries()) {
    const filled = row.filter((cell) => cell !== undefined && cell.text.trim() !== '') as Passage[];
    if (filled.length === 1 && aloneMarks(filled[0]!).length > 0 && levelsOf(rows.flat()).size < 2) found.add(filled[0]!);
    const level = filled.find(({ text }) => ALONE.test(text));
    if (level && filled.length <= 3 && filled.some(({ text }) => TERM_CELL.test(text)) && levelsOf(row).size < 2) found.add(level);
    for (const [column, cell] of row.entries()) {
      if (!cell || !LABEL.test(cell.text)) continue;
      const beside = row.slice(column + 1).find((next) => next !== undefined && next.text.trim() !== '' && next.text !== cell.text);
      // A row that names several levels is one of a table that explains them.
      if (beside && VALUE.test(beside.text) && levelsOf(row).size < 2) found.add(beside);
      if (beside && SHORT.test(beside.text) && shortOf(row).size < 2) found.add(beside);
      const below = rows.slice(index + 1).flatMap((next) => next[column] ?? []);
      const short = shortOf(below);
      const levels = below.filter(({ text }) => VALUE.test(text) || (short.size === 1 && SHORT.test(text)));
      if (levels.length === ALL_LEVELS && levelsOf(levels).size === ALL_LEVELS) continue;
      for (const level of levels) found.add(level);
    }
  }
  return [...found];
}

const shortOf = (cells: readonly (Passage | undefined)[]) =>
  new Set(cells.flatMap((cell) => (cell && SHORT.test(cell.text) ? [cell.text.trim()[0]!] : [])));

const levelsOf = (cells: readonly (Passage | undefined)[]) =>
  new Set(cells.flatMap((cell) => (cell && toLevel(cell.text.slice(0, 8))) ?? []));
