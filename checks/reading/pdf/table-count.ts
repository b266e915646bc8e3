import type { PageText } from './page-text.ts';

/** Numbers the tables of a document through; a table that goes on at the top of the next page stays the same one. */
export class TableCount {
  private next = 0;
  private open: { table: number; rows: number; columns: number } | undefined;

  /** The page's texts with tables and rows as the whole document counts them. */
  continue(texts: readonly PageText[]): PageText[] {
    const first = texts.find(({ isAnnotation }) => !isAnnotation);
    const goesOn = this.open !== undefined && first?.cell !== undefined && first.columns === this.open.columns;
    const base = goesOn ? this.open!.table : this.next;
    const rows = goesOn ? this.open!.rows : 0;
    const counted = texts.map((text) => {
      if (!text.cell) return text;
      const { table, row, column } = text.cell;
      return { ...text, cell: { table: base + table, row: table === 0 ? row + rows : row, column } };
    });
    const last = counted.findLast(({ isAnnotation }) => !isAnnotation);
    this.next = Math.max(this.next, ...counted.map(({ cell }) => (cell ? cell.table + 1 : 0)));
    this.open = last?.cell && { table: last.cell.table, rows: last.cell.row + 1, columns: last.columns ?? 0 };
    return counted;
  }
}
