import { diffArrays } from 'diff';

/** A table as people see it: the first row names the columns. */
export interface Table {
  /** Where it is, or what names it. */
  name: string;
  rows: readonly (readonly string[])[];
}

/** A cell before and after; undefined where there is none. */
export interface CellChange {
  before: string | undefined;
  after: string | undefined;
}

export interface RowChange {
  kind: 'same' | 'changed' | 'added' | 'removed';
  /** Number of the row, from one, in its own table: the new one, or the old one for a row that is gone. */
  number: number;
  cells: CellChange[];
}

export interface TableChange {
  name: string;
  kind: 'same' | 'changed' | 'added' | 'removed';
  rows: RowChange[];
}

/** Rows in which the names of the columns are looked for: a title may stand above them. */
const HEADS = 5;

/** Index of the row that names the columns: of the first ones, the one with the most words. */
export function headOf(rows: readonly RowChange[]): number {
  const words = rows.slice(0, HEADS).map(({ cells }) => cells.filter(({ before, after }) => (after ?? before ?? '') !== '').length);
  return Math.max(0, words.indexOf(Math.max(...words)));
}

/** Rows that share less of their cells than this are two rows and not one that changed. */
const LEAST_SHARED = 0.34;
/** Beyond so many changes rows are paired by what they have in common alone. */
const MOST_EDITS = 1000;

/** The tables of two versions, each held against the one that is most like it. */
export function compareTables(before: readonly Table[], after: readonly Table[]): TableChange[] {
  const left = new Set(before);
  const changes = after.map((table): TableChange => {
    const likeness = (other: Table) => (other.name === table.name ? 0.5 : 0) + sharedCells(other, table);
    const [old] = [...left].filter((other) => likeness(other) >= LEAST_SHARED).sort((a, b) => likeness(b) - likeness(a));
    if (old) left.delete(old);
    return compareTable(old, table);
  });
  return [...changes, ...[...left].map((table) => compareTable(table, undefined))];
}

/** Which part of the cells two tables have in common. */
function sharedCells(a: Table, b: Table): number {
  const [some, others] = [a.rows.flat(), new Set(b.rows.flat())];
  return some.length === 0 ? 0 : some.filter((cell) => others.has(cell)).length / some.length;
}

function compareTable(before: Table | undefined, after: Table | undefined): TableChange {
  const { name } = (after ?? before)!;
  if (!before || !after) {
    const kind = after ? 'added' : 'removed';
    return { name, kind, rows: (after ?? before)!.rows.map((row, index) => toWhole(kind, row, index)) };
  }
  const columns = pairColumns(before.rows[0] ?? [], after.rows[0] ?? []);
  const rows = compareRows(before.rows, after.rows, columns);
  return { name, kind: rows.every(({ kind }) => kind === 'same') ? 'same' : 'changed', rows };
}

const toWhole = (kind: 'added' | 'removed', row: readonly string[], index: number): RowChange => ({
  kind,
  number: index + 1,
  cells: row.map((cell) => (kind === 'added' ? { before: undefined, after: cell } : { before: cell, after: undefined })),
});

/** A column of both tables, or of one of them, by its place in each. */
type ColumnPair = readonly [before: number | undefined, after: number | undefined];

function pairColumns(before: readonly string[], after: readonly string[]): ColumnPair[] {
  // Tables without new or lost columns are held against each other place by place, whatever their heads say now.
  if (before.length === after.length) return after.map((_, index) => [index, index]);
  const pairs: ColumnPair[] = [];
  let [old, now] = [0, 0];
  for (const { added, removed, count } of diffArrays([...before], [...after]))
    for (let nth = 0; nth < count; nth++) pairs.push([added ? undefined : old++, removed ? undefined : now++]);
  return pairs;
}

type Rows = readonly (readonly string[])[];

function compareRows(before: Rows, after: Rows, columns: readonly ColumnPair[]): RowChange[] {
  const keyOf = (row: readonly string[], side: 0 | 1) =>
    columns.map((pair) => (pair[side] === undefined ? '' : (row[pair[side]] ?? ''))).join('\u001f');
  const [old, now] = [before.map((row) => keyOf(row, 0)), after.map((row) => keyOf(row, 1))];
  const parts = diffArrays(old, now, { maxEditLength: MOST_EDITS }) ?? [
    { added: false, removed: true, count: old.length },
    { added: true, removed: false, count: now.length },
  ];
  const rows: RowChange[] = [];
  const at = { before: 0, after: 0 };
  for (let index = 0; index < parts.length; index++) {
    const { added, removed, count } = parts[index]!;
    if (!added && !removed) {
      for (let nth = 0; nth < count; nth++) rows.push(toRow(before[at.before++], after[at.after], at.after++, columns));
      continue;
    }
    const next = parts[index + 1];
    const counts = { removed: removed ? count : 0, added: added ? count : removed && next?.added ? next.count : 0 };
    if (removed && next?.added) index++;
    const gone = Array.from({ length: counts.removed }, () => at.before++);
    const come = Array.from({ length: counts.added }, () => at.after++);
    rows.push(...pairRows(before, after, gone, come, columns));
  }
  return rows;
}

/** Rows that went and rows that came at one place: those alike are one row that changed. */
function pairRows(before: Rows, after: Rows, gone: number[], come: number[], columns: readonly ColumnPair[]): RowChange[] {
  const rows: RowChange[] = [];
  const left = [...gone];
  const isOneToOne = gone.length === come.length;
  for (const [nth, index] of come.entries()) {
    const best =
      isOneToOne && gone.length <= 1 ? left[0] : mostLike(before, after[index]!, left, columns, isOneToOne ? gone[nth] : undefined);
    if (best === undefined) rows.push(toRow(undefined, after[index], index, columns));
    else {
      // Rows before it that nothing is like have gone at this place.
      while (left.length > 0 && left[0]! < best) rows.push(toRow(before[left[0]!], undefined, left.shift()!, columns));
      left.splice(left.indexOf(best), 1);
      rows.push(toRow(before[best], after[index], index, columns));
    }
  }
  return [...rows, ...left.map((index) => toRow(before[index], undefined, index, columns))];
}

/** Rows further on are not looked at: a long list that was written anew would take for ever. */
const REACH = 50;

function mostLike(
  before: Rows,
  row: readonly string[],
  left: readonly number[],
  columns: readonly ColumnPair[],
  preferred: number | undefined,
): number | undefined {
  let [best, most] = [undefined as number | undefined, LEAST_SHARED];
  for (const index of left.slice(0, REACH)) {
    const likeness = likenessOf(before[index]!, row, columns) + (index === preferred ? 0.01 : 0);
    if (likeness > most) [best, most] = [index, likeness];
  }
  return best;
}

function likenessOf(old: readonly string[], row: readonly string[], columns: readonly ColumnPair[]): number {
  const both = columns.filter(([a, b]) => a !== undefined && b !== undefined);
  const same = both.filter(([a, b]) => (old[a!] ?? '') === (row[b!] ?? '') && (row[b!] ?? '') !== '');
  return both.length === 0 ? 0 : same.length / both.length;
}

function toRow(
  old: readonly string[] | undefined,
  row: readonly string[] | undefined,
  index: number,
  columns: readonly ColumnPair[],
): RowChange {
  const cells = columns.map(([a, b]) => ({
    before: old && a !== undefined ? (old[a] ?? '') : undefined,
    after: row && b !== undefined ? (row[b] ?? '') : undefined,
  }));
  const kind = !old ? 'added' : !row ? 'removed' : cells.every(({ before, after }) => before === after) ? 'same' : 'changed';
  return { kind, number: index + 1, cells };
}
