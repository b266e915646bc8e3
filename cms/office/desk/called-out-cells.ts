import { type CalledOut, calledOutIn } from './called-out.ts';
import { headOf, type TableChange } from './compare-tables.ts';
import { compareTexts } from './compare-texts.ts';

/**
 * What must be checked in the cells that changed, each with its row and the head of its column. Tables that are new or gone as a
 * whole are not taken apart: they are shown in full.
 */
export function calledOutInCells(where: string, { name, kind, rows }: TableChange, names: readonly string[]): CalledOut[] {
  if (kind !== 'changed') return [];
  const named = headOf(rows);
  const heads = rows[named]?.cells.map(({ before, after }) => after ?? before ?? '') ?? [];
  return rows.flatMap(({ kind: change, number, cells }, index) => {
    if (change === 'same') return [];
    const place = `${where}${name}第${number}行`;
    return cells.flatMap(({ before = '', after = '' }, column) => {
      const head = index <= named || !heads[column] ? '' : `${heads[column]}：`;
      const said = (text: string) => (text === '' ? '' : `${head}${text}`);
      return before === after ? [] : calledOutIn(place, compareTexts(said(before), said(after), names));
    });
  });
}
