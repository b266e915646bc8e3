import type { Line, Segment } from './lines.ts';
import type { Box } from './marks.ts';
import { isUpright } from './runs.ts';

/** Lines that stand below each other in columns, as a grid of texts; `columns` counts them. */
export interface Table {
  columns: number;
  cells: { row: number; column: number; text: string; isHidden: boolean }[];
}

/** Lines without cells, in order, or a table. */
export type Block = { lines: Line[] } | Table;

/** Parts of lines' height that may lie between two lines of a table. */
const APART = 4;

/**
 * Tells tables from running text: lines with several segments that follow each other. Columns are told by upright rules, else
 * by where the segments stand; rows by rules across, else every line is one.
 */
export function toBlocks(lines: readonly Line[], rules: readonly Box[]): Block[] {
  const blocks: Block[] = [];
  let plain: Line[] = [];
  const flush = () => {
    if (plain.length > 0) blocks.push({ lines: plain });
    plain = [];
  };
  for (let i = 0; i < lines.length; ) {
    const end = findEnd(lines, i, rules);
    const table = end - i > 1 ? toTable(lines.slice(i, end), rules) : undefined;
    if (table) {
      flush();
      blocks.push(table);
    } else plain.push(...lines.slice(i, Math.max(end, i + 1)));
    i = Math.max(end, i + 1);
  }
  flush();
  return blocks;
}

/** One past the last line of the table that may begin here. */
function findEnd(lines: readonly Line[], begin: number, rules: readonly Box[]): number {
  let end = begin;
  const inTable = (line: Line, before: Line | undefined) =>
    line.segments.length > 1 || countUprights(line, rules) > 1 || (before !== undefined && isWrapped(before, line));
  while (end < lines.length && inTable(lines[end]!, end > begin ? lines[end - 1] : undefined)) {
    const before = lines[end - 1];
    if (end > begin && before && lines[end]!.across - before.across > before.size * APART && countUprights(lines[end]!, rules) < 2) break;
    end++;
  }
  return end;
}

/** The rest of a cell: close below, beginning where a cell of the line before does, and that cell filled its column. */
function isWrapped(before: Line, { segments, across, size }: Line): boolean {
  if (segments.length !== 1 || before.segments.length < 2 || across - before.across > size * 1.7) return false;
  const [rest] = segments;
  const index = before.segments.findIndex(({ start }) => Math.abs(start - rest!.start) < size * 0.5);
  const cell = before.segments[index];
  const next = before.segments[index + 1];
  return (
    cell !== undefined &&
    rest!.end <= cell.end + size * 0.5 &&
    (!next || next.start - cell.end < size * 4) &&
    !isAlone(cell.text, rest!.text)
  );
}

/** Two numbers of one length: neither is the rest of the other. */
export function isAlone(first: string, second: string): boolean {
  const [a, b] = [first.trim(), second.trim()];
  return a.length === b.length && a.length < 30 && /^[\dA-Za-zX-]+$/u.test(a) && /^[\dA-Za-zX-]+$/u.test(b);
}

function countUprights({ across, size }: Line, rules: readonly Box[]): number {
  const y = across - size * 0.3;
  return rules.filter((rule) => isUpright(rule) && rule.top <= y && rule.bottom >= y).length;
}

function toTable(lines: readonly Line[], rules: readonly Box[]): Table | undefined {
  const top = lines[0]!.across - lines[0]!.size;
  const bottom = lines.at(-1)!.across;
  const near = rules.filter((rule) => rule.bottom >= top - 2 && rule.top <= bottom + 2);
  const edges = toEdges(near.filter(isUpright).map(({ left, right }) => (left + right) / 2));
  const isRuled = edges.length > 2;
  const bands = isRuled ? [] : toBands(lines);
  if (!isRuled && (bands.length < 2 || lines.some(({ segments }) => segments.length > bands.length))) return undefined;
  const toColumn = ({ start, end }: Segment) => {
    const middle = (start + end) / 2;
    if (isRuled) return Math.max(0, edges.filter((edge) => edge < middle).length - 1);
    return Math.max(
      0,
      bands.findIndex(([left, right]) => start < right && end > left),
    );
  };
  const across = near.filter((rule) => !isUpright(rule));
  const breaks = lines.map((line, index) => index > 0 && hasRuleBetween(lines[index - 1]!, line, across));
  const isGrid = breaks.filter(Boolean).length * 3 >= lines.length - 1;

  const table: Table = { columns: isRuled ? edges.length - 1 : bands.length, cells: [] };
  let row = -1;
  let taken = new Set<number>();
  for (const [index, line] of lines.entries()) {
    const columns = line.segments.map(toColumn);
    const isWithin = isRuled && index > 0 && !breaks[index] && across.length > 0;
    const isRest = !isRuled && index > 0 && isWrapped(lines[index - 1]!, line);
    if (!isRest && (!isWithin || !(isGrid || columns.every((column) => taken.has(column) && columns.length < taken.size)))) {
      row++;
      taken = new Set();
    }
    for (const [at, segment] of line.segments.entries()) addToCell(table, row, columns[at]!, segment);
    for (const column of columns) taken.add(column);
  }
  table.cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return table;
}

function addToCell({ cells }: Table, row: number, column: number, { text, isHidden }: Segment) {
  const cell = cells.findLast((other) => other.row === row && other.column === column);
  if (!cell) cells.push({ row, column, text: text.trim(), isHidden });
  else {
    cell.text = joinLines(cell.text, text.trim());
    cell.isHidden &&= isHidden;
  }
}

/** Texts of two lines as one: a space only between two Latin words. */
export function joinLines(first: string, second: string): string {
  return first + (/[A-Za-z,.;]$/u.test(first) && /^[A-Za-z]/u.test(second) ? ' ' : '') + second;
}

function hasRuleBetween(above: Line, below: Line, across: readonly Box[]): boolean {
  const from = above.across - above.size * 0.3;
  const to = below.across - below.size * 0.3;
  return across.some(
    ({ left, right, top, bottom }) =>
      top > from && bottom < to && below.segments.some(({ start, end }) => left <= (start + end) / 2 && right >= (start + end) / 2),
  );
}

function toEdges(xs: readonly number[]): number[] {
  const edges: number[] = [];
  for (const x of [...xs].sort((a, b) => a - b)) if (edges.length === 0 || x - edges.at(-1)! > 4) edges.push(x);
  return edges;
}

/** Where columns stand: ranges that no segment of another column touches. */
function toBands(lines: readonly Line[]): [number, number][] {
  const bands: [number, number][] = [];
  const segments = lines.flatMap((line) => line.segments).sort((a, b) => a.start - b.start);
  for (const { start, end } of segments) {
    const last = bands.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else bands.push([start, end]);
  }
  return bands;
}
