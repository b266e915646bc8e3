import type { Box } from './marks.ts';
import { isUpright, type Run } from './runs.ts';

/** Text of a line that belongs together: a cell, or the whole line where there are none. */
export interface Segment {
  text: string;
  start: number;
  end: number;
  isHidden: boolean;
}

export interface Line {
  segments: Segment[];
  across: number;
  size: number;
}

/** Gaps in parts of the font's height: from here on a space, and from here on another cell. */
const SPACE = 0.25;
const CELL = 1.4;

/**
 * Joins runs to lines, and splits each into segments at upright rules and wide gaps. Runs drawn one over the other come on
 * lines of their own, so that neither spoils the other; a run drawn twice for boldness comes once.
 */
export function toLines(runs: readonly Run[], rules: readonly Box[]): Line[] {
  const rows: Run[][] = [];
  const uprights = rules.filter(isUpright);
  for (const run of [...runs].sort((a, b) => a.across - b.across)) {
    // Lines lie apart by more than half their height, so only the last few can take it.
    const near = rows.slice(-4).filter((row) => Math.abs(row[0]!.across - run.across) < Math.min(row[0]!.size, run.size) * 0.45);
    if (near.some((row) => row.some((other) => isSame(other, run)))) continue;
    const row = near.find((candidate) => candidate.every((other) => !overlaps(other, run) && other.isHidden === run.isHidden));
    if (row) row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => toLine(row, uprights));
}

function isSame(a: Run, b: Run): boolean {
  return a.text === b.text && Math.abs(a.start - b.start) < a.size * 0.3;
}

function overlaps(a: Run, b: Run): boolean {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start) > Math.min(a.size, b.size) * 0.5;
}

function toLine(row: Run[], uprights: readonly Box[]): Line {
  row.sort((a, b) => a.start - b.start);
  const { across, size } = row[0]!;
  const here = uprights.filter(({ top, bottom }) => top <= across - size * 0.3 && bottom >= across - size * 0.3);
  const segments: Segment[] = [];
  for (const run of row) {
    const last = segments.at(-1);
    const gap = last ? (run.start - last.end) / run.size : Infinity;
    if (!last || gap > CELL || here.some(({ left, right }) => isBetween((left + right) / 2, last, run)))
      segments.push({ text: run.text, start: run.start, end: run.end, isHidden: run.isHidden });
    else {
      last.text += (gap > SPACE && !last.text.endsWith(' ') && !run.text.startsWith(' ') ? ' ' : '') + run.text;
      last.end = run.end;
    }
  }
  return { segments, across, size };
}

function isBetween(x: number, { end }: Segment, { start }: Run): boolean {
  return x >= end - 2 && x <= start + 2;
}
