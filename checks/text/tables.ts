import type { Document, Table } from './document.ts';
import type { Passage } from './passage.ts';
import { isName } from './people.ts';

/** What a cell is about. */
export interface CellContext {
  /** Words of the header above it; of the cell to its left when it stands in a form. */
  label: string;
  /** Headers of all columns of its table. */
  headers: readonly string[];
  row: readonly (Passage | undefined)[];
}

const known = new WeakMap<Document, Map<Passage, CellContext>>();

/** What every cell of a document is about; worked out once. */
export function cellsOf(document: Document): ReadonlyMap<Passage, CellContext> {
  let cells = known.get(document);
  if (!cells) known.set(document, (cells = new Map(document.tables.flatMap((table) => [...contextsOf(table)]))));
  return cells;
}

/** Columns that hold people. */
const PEOPLE = /姓名|名字|人$|人员|户主|者$|对象|学生|儿童|老人|员$|带班|值班|长$|患者|车主|业主/u;

/** Whether a row names a person in full, in a column that holds people or in a table without headers. */
export function namesPerson({ row, headers }: Pick<CellContext, 'row' | 'headers'>): boolean {
  return row.some(
    (cell, column) => cell !== undefined && isName(cell.text) && (headers.length === 0 || PEOPLE.test(headers[column] ?? '')),
  );
}

/** Rows in which a header is looked for; titles and notes can stand above it. */
const HEADER_ROWS = 6;

/** The row that names the columns, or -1: at least two short cells without long numbers, as full as the rows below. */
export function headerRowOf({ rows }: Table): number {
  return rows.slice(0, HEADER_ROWS).findIndex((row) => {
    const cells = row.filter((cell) => cell !== undefined && cell.text.trim() !== '');
    return cells.length >= 2 && cells.every((cell) => cell!.text.length <= 30 && !/\d{5}/u.test(cell!.text));
  });
}

function* contextsOf(table: Table): Generator<[Passage, CellContext]> {
  const at = headerRowOf(table);
  const headers = Array.from(table.rows[at] ?? [], (cell) => cell?.text.replace(/\s/gu, '') ?? '');
  for (const [index, row] of table.rows.entries()) {
    for (const [column, cell] of row.entries()) {
      if (!cell) continue;
      const left = row[column - 1]?.text.replace(/\s/gu, '') ?? '';
      const above = index > at ? (headers[column] ?? '') : '';
      yield [cell, { label: `${/\d{3}/u.test(left) || left.length > 20 ? '' : left} ${above}`, headers: index > at ? headers : [], row }];
    }
  }
}
