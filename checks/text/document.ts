import { Places } from '../../cms/library/places.ts';
import type { Reading } from '../reading/piece.ts';
import { cutLong } from './cut.ts';
import { Passage } from './passage.ts';

/** Rows of cells as they stand, hidden ones included; a missing cell is undefined. */
export interface Table {
  rows: (Passage | undefined)[][];
}

/** Everything somebody could find in a file, ready for rules. */
export interface Document {
  /** What the bytes are: `docx`, `markdown` … */
  format: string;
  passages: readonly Passage[];
  tables: readonly Table[];
}

/** Makes a reading ready for rules. */
export function toDocument({ format, pieces, source }: Reading): Document {
  const places = source === undefined ? undefined : new Places(source);
  const passages = pieces.flatMap(cutLong).map((piece) => new Passage(piece, places));
  return { format, passages, tables: tablesOf(passages) };
}

/** A cell that stands alone far out makes no table of a million rows. */
const MOST_COLUMNS = 2000;

function tablesOf(passages: readonly Passage[]): Table[] {
  const tables = new Map<number, Map<number, (Passage | undefined)[]>>();
  for (const passage of passages) {
    if (!passage.cell || passage.cell.column >= MOST_COLUMNS) continue;
    const rows = tables.get(passage.cell.table) ?? new Map<number, (Passage | undefined)[]>();
    tables.set(passage.cell.table, rows);
    const row = rows.get(passage.cell.row) ?? [];
    rows.set(passage.cell.row, row);
    row[passage.cell.column] ??= passage;
  }
  return [...tables.values()].map((rows) => ({
    rows: [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => Array.from(row)),
  }));
}
