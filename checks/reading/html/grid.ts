import type { Cell } from '../piece.ts';
import { attribute, type Element } from './parse-tree.ts';

/** Counts the rows and columns of a table as its cells are met, spans included. */
export class Grid {
  readonly table: number;
  private row = -1;
  private column = 0;
  /** Rows that each column is still taken by a cell from above. */
  private readonly taken: number[] = [];
  private readonly hiddenColumns = new Set<number>();
  private columns = 0;

  constructor(table: number) {
    this.table = table;
  }

  startRow(): void {
    if (this.row >= 0) this.finishRow();
    this.row++;
    this.column = 0;
  }

  /** Takes note of a `<col>`. */
  addColumn(element: Element, isHidden: boolean): void {
    const span = spanOf(element, 'span');
    for (let i = 0; i < span; i++) if (isHidden) this.hiddenColumns.add(this.columns + i);
    this.columns += span;
  }

  isHidden(cell: Cell): boolean {
    return this.hiddenColumns.has(cell.column);
  }

  place(element: Element): Cell {
    if (this.row < 0) this.row = 0;
    while ((this.taken[this.column] ?? 0) > 0) this.taken[this.column++]!--;
    const cell = { table: this.table, row: this.row, column: this.column };
    const rows = spanOf(element, 'rowspan');
    for (let left = spanOf(element, 'colspan'); left > 0; left--) this.taken[this.column++] = rows - 1;
    return cell;
  }

  private finishRow(): void {
    for (; this.column < this.taken.length; this.column++) if (this.taken[this.column]! > 0) this.taken[this.column]!--;
  }
}

/** HTML caps `colspan` at 1000; rows beyond that are of no use either. */
function spanOf(element: Element, name: string): number {
  const span = Number.parseInt(attribute(element, name), 10);
  return span > 0 ? Math.min(span, 1000) : 1;
}
