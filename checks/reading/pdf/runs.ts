import type { Box, Glyph } from './marks.ts';

/** Characters drawn one after the other on one baseline. */
export interface Run {
  text: string;
  /** Way along the baseline's direction at which it begins and ends, in points. */
  start: number;
  end: number;
  /** Way across, growing from line to line. */
  across: number;
  size: number;
  isHidden: boolean;
  isAnnotation: boolean;
}

/** Runs that are written in one direction, in degrees clockwise; 90 for vertical writing. */
export interface Direction {
  angle: number;
  runs: Run[];
}

/** In parts of the font's height: what may lie between two characters of a run, backwards and forwards. */
const BACK = 0.5;
const AHEAD = 0.2;

/** Joins characters to runs, apart for every direction of writing; an upright rule parts two runs. */
export function toRuns(glyphs: readonly Glyph[], rules: readonly Box[], isHidden: (glyph: Glyph) => boolean): Direction[] {
  const uprights = rules.filter(isUpright);
  const directions = new Map<number, Run[]>();
  for (const glyph of glyphs) {
    const angle = toAngle(glyph);
    const runs = directions.get(angle) ?? [];
    directions.set(angle, runs);
    const next = toRun(glyph, angle, isHidden(glyph));
    const run = runs.at(-1);
    if (run && follows(run, next) && !(angle === 0 && isParted(run, next, uprights))) {
      run.text += next.text;
      run.end = next.end;
    } else runs.push(next);
  }
  return [...directions].map(([angle, runs]) => ({ angle, runs: runs.filter(({ text }) => text.trim() !== '') }));
}

function follows(run: Run, next: Run): boolean {
  const gap = (next.start - run.end) / run.size;
  return (
    Math.abs(next.across - run.across) < run.size * 0.15 &&
    Math.abs(next.size - run.size) < run.size * 0.5 &&
    gap > -BACK &&
    gap < AHEAD &&
    next.isHidden === run.isHidden &&
    next.isAnnotation === run.isAnnotation
  );
}

export function isUpright({ left, top, right, bottom }: Box): boolean {
  return bottom - top > right - left;
}

function isParted({ end, across, size }: Run, next: Run, uprights: readonly Box[]): boolean {
  const y = across - size * 0.3;
  return uprights.some(({ left, right, top, bottom }) => top <= y && bottom >= y && left >= end - 1 && right <= next.start + 1);
}

function toAngle({ from, to }: Glyph): number {
  const degrees = Math.round((Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI);
  return Math.abs(degrees) <= 2 ? 0 : degrees;
}

function toRun({ text, from, to, size, isAnnotation }: Glyph, angle: number, isHidden: boolean): Run {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const along = ([x, y]: readonly [number, number]) => x * cos + y * sin;
  return { text, start: along(from), end: along(to), across: from[1] * cos - from[0] * sin, size: size || 1, isHidden, isAnnotation };
}
