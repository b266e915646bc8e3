import type { TextPiece } from '../read-text.ts';
import type { Table } from './compare-tables.ts';

/** Sheets of a spreadsheet and tables of a document, and for each other place its text. */
export interface FoundParts {
  tables: Table[];
  /** Text by place, a line for each paragraph. */
  texts: Map<string, string>;
}

const SHEET_CELL = /^(?<table>.*?)(?<letters>[A-Z]{1,3})(?<row>\d{1,7})$/u;
const TABLE_CELL = /^(?<table>.*?表格\d+)第(?<row>\d+)行第(?<column>\d+)列$/u;
/** Places that only tell how far one has read: text that moved from one to the next did not change. */
const RUNNING = /^(?:正文|第\d+页)$/u;

/** Puts cells back into their tables. Rows and columns without any text are left out, so numbers of rows are those of rows with text. */
export function toParts(found: readonly TextPiece[]): FoundParts {
  const grids = new Map<string, Map<number, string[]>>();
  const texts = new Map<string, string>();
  const hidden = new Set<string>();
  for (const { where, text, isHidden } of found) {
    const cell = toCell(where);
    if (cell) {
      const grid = grids.get(cell.table) ?? new Map<number, string[]>();
      grids.set(cell.table, grid);
      const row = grid.get(cell.row) ?? [];
      grid.set(cell.row, row);
      row[cell.column] = text;
      if (isHidden) hidden.add(cell.table);
    } else {
      const place = `${RUNNING.test(where) ? '正文' : where}${isHidden ? '（打开附件看不到）' : ''}`;
      texts.set(place, texts.has(place) ? `${texts.get(place)}\n${text}` : text);
    }
  }
  const nameOf = (table: string) => `${table === '' ? '表格' : table}${hidden.has(table) ? '（含隐藏的格）' : ''}`;
  return { tables: [...grids].map(([table, grid]) => ({ name: nameOf(table), rows: toRows(grid) })), texts };
}

function toCell(where: string): { table: string; row: number; column: number } | undefined {
  const inTable = TABLE_CELL.exec(where)?.groups;
  if (inTable) return { table: inTable.table!, row: Number(inTable.row), column: Number(inTable.column) - 1 };
  const inSheet = SHEET_CELL.exec(where)?.groups;
  if (!inSheet || !(inSheet.table === '' || inSheet.table!.endsWith('”'))) return undefined;
  const column = [...inSheet.letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { table: inSheet.table!, row: Number(inSheet.row), column };
}

function toRows(grid: Map<number, string[]>): string[][] {
  const rows = [...grid].sort(([a], [b]) => a - b).map(([, row]) => row);
  const width = Math.max(...rows.map((row) => row.length));
  const used = Array.from({ length: width }, (_, column) => column).filter((column) => rows.some((row) => row[column] !== undefined));
  return rows.map((row) => used.map((column) => row[column] ?? ''));
}
