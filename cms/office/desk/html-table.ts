import type { Element, Nodes } from 'hast';
import { allElements, attribute, childrenOf, isElement, parsePage, wordsOf } from '../../import/html/tree.ts';

/** Cells that span more than this are cut there. */
const MOST_SPAN = 200;

/** What HTML says to a reader: its words outside tables, and each table as rows of cells. */
export function readHtml(source: string): { text: string; tables: string[][][] } {
  const page = parsePage(source);
  const tables = allElements(page).filter((element) => isElement(element, 'table'));
  const outer = tables.filter((table) => !tables.some((other) => other !== table && allElements(other).includes(table)));
  return { text: toLine(wordsOutside(page, outer)), tables: outer.map(toRows) };
}

const wordsOutside = (node: Nodes, tables: readonly Element[]): string =>
  tables.some((table) => table === node)
    ? ''
    : node.type === 'text'
      ? node.value
      : childrenOf(node)
          .map((child) => wordsOutside(child, tables))
          .join('');

/** The rows of a table; a cell that spans others stands in each of them, so that every column keeps its place. */
function toRows(table: Element): string[][] {
  const rows: string[][] = [];
  for (const [index, row] of allElements(table)
    .filter((element) => isElement(element, 'tr'))
    .entries()) {
    let column = 0;
    for (const cell of row.children.filter((child): child is Element => isElement(child, 'td', 'th'))) {
      while (rows[index]?.[column] !== undefined) column++;
      const [width, height] = [spanOf(cell, 'colSpan'), spanOf(cell, 'rowSpan')];
      for (let down = 0; down < height; down++)
        for (let right = 0; right < width; right++) (rows[index + down] ??= [])[column + right] = toLine(wordsOf(cell));
      column += width;
    }
  }
  return rows.map((row) => Array.from(row, (cell) => cell ?? ''));
}

const spanOf = (cell: Element, name: string) => Math.min(Math.max(Number.parseInt(attribute(cell, name), 10) || 1, 1), MOST_SPAN);
const toLine = (text: string) => text.replace(/\s+/gu, ' ').trim();
