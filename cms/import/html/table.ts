import type { Element, Nodes } from 'hast';
import { type Block, type Cell, paragraph, paragraphsOf } from '../block.ts';
import { type PageReading, toBlocks } from './blocks.ts';
import { allElements, attribute, childrenOf, isElement } from './tree.ts';

const MOST_SPAN = 200;

/** A table as a table; one that only arranges the page as the blocks in its cells. */
export function toTableBlocks(table: Element, page: PageReading): Block[] {
  const rows = rowsOf(table);
  const isLayout = allElements(table).some((inner) => isElement(inner, 'table')) || rows.every((row) => cellsOf(row).length <= 1);
  if (isLayout) return [...captionOf(table, page), ...rows.flatMap((row) => cellsOf(row).flatMap((cell) => toBlocks(cell, page)))];
  const cells = rows.map((row) => cellsOf(row).map((cell) => toCell(cell, page)));
  const filled = cells.filter((row) => row.length > 0);
  return [
    ...captionOf(table, page),
    ...(filled.flat().some((cell) => cell.lines.length > 0) ? [{ kind: 'table' as const, rows: filled }] : []),
  ];
}

function toCell(cell: Element, page: PageReading): Cell {
  const lines = toBlocks(cell, page)
    .flatMap(paragraphsOf)
    .map((line) => paragraph(line.text));
  return { lines, columns: span(cell, 'colSpan'), rows: span(cell, 'rowSpan'), head: isElement(cell, 'th') };
}

const span = (cell: Element, name: string) => Math.min(Math.max(Number.parseInt(attribute(cell, name), 10) || 1, 1), MOST_SPAN);
const captionOf = (table: Element, page: PageReading) =>
  table.children.filter((child) => isElement(child, 'caption')).flatMap((caption) => toBlocks(caption, page));

function rowsOf(table: Nodes): Element[] {
  return childrenOf(table).flatMap((child) =>
    isElement(child, 'tr') ? [child] : isElement(child, 'tbody', 'thead', 'tfoot') ? rowsOf(child) : [],
  );
}

const cellsOf = (row: Element) => row.children.filter((child): child is Element => isElement(child, 'td', 'th'));
