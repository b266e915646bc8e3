import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from './marks.ts';
import { applyToBox, type Matrix } from './matrix.ts';

/** Codes in pdf.js' paths, each followed by that many numbers. */
const NUMBERS = [2, 2, 6, 4, 0];
const MOVE = 0;
const CLOSE = 4;
const THIN = 3;
const FILLS = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
  OPS.rawFillPath,
]);
const STROKES = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);

/** The filled rectangles of a path, and the thin lines that its filling or stroking leaves. */
export function toPathMarks(paint: number, path: ArrayLike<number> | null, matrix: Matrix): { patches: Box[]; rules: Box[] } {
  const patches: Box[] = [];
  const rules: Box[] = [];
  if (!path) return { patches, rules };
  for (const points of toSubpaths(path)) {
    const box = toBox(points, matrix);
    const isThin = Math.min(box.right - box.left, box.bottom - box.top) < THIN;
    if (FILLS.has(paint)) {
      if (isThin) rules.push(box);
      else if (isRectangle(points)) patches.push(box);
    } else if (STROKES.has(paint)) {
      if (isThin) rules.push(box);
      else if (isRectangle(points)) rules.push(...toSides(box));
    }
  }
  return { patches, rules };
}

function* toSubpaths(path: ArrayLike<number>): Iterable<number[][]> {
  let points: number[][] = [];
  for (let i = 0; i < path.length; ) {
    const code = path[i]!;
    const count = NUMBERS[code] ?? path.length;
    if (code === MOVE && points.length > 1) yield points;
    if (code === MOVE) points = [];
    if (count >= 2) points.push([path[i + count - 1]!, path[i + count]!]);
    if (code === CLOSE && points.length > 1) {
      yield points;
      points = points.slice(0, 1);
    }
    i += count + 1;
  }
  if (points.length > 1) yield points;
}

function toBox(points: readonly number[][], matrix: Matrix): Box {
  const [left, right] = toRange(points.map(([x]) => x!));
  const [top, bottom] = toRange(points.map(([, y]) => y!));
  return applyToBox(matrix, left, top, right, bottom);
}

function toRange(values: readonly number[]): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [least, most];
}

function isRectangle(points: readonly number[][]): boolean {
  if (points.length < 4 || points.length > 5) return false;
  return new Set(points.map(([x]) => x)).size === 2 && new Set(points.map(([, y]) => y)).size === 2;
}

function toSides({ left, top, right, bottom }: Box): Box[] {
  return [
    { left, top, right, bottom: top },
    { left, top: bottom, right, bottom },
    { left, top, right: left, bottom },
    { left: right, top, right, bottom },
  ];
}
