import { type SlantedBox, toSlantedBox } from './slanted-box.ts';

/** From this probability on a pixel is text; a box must reach the second on average. As PaddleOCR has them. */
const TEXT = 0.3;
const BOX = 0.5;
/** How far a box grows beyond what the model marks, which is the core of the line (PaddleOCR: unclip ratio). */
const GROWTH = 1.5;
const LEAST_SIDE = 3;

/** Boxes of text lines in a map of probabilities, `width` values a row. */
export function findBoxes(map: Float32Array, width: number, height: number): SlantedBox[] {
  const boxes: SlantedBox[] = [];
  const seen = new Uint8Array(width * height);
  for (let start = 0; start < map.length; start++) {
    if (seen[start] || map[start]! <= TEXT) continue;
    const { edge, mean } = fill(map, seen, width, start);
    if (mean < BOX) continue;
    const box = toSlantedBox(edge);
    if (Math.min(box.width, box.height) < LEAST_SIDE) continue;
    const growth = (box.width * box.height * GROWTH) / (2 * (box.width + box.height));
    boxes.push({ ...box, width: box.width + 2 * growth, height: box.height + 2 * growth });
  }
  return boxes;
}

/** Walks over everything connected with `start`; gives the ends of its rows and its mean probability. */
function fill(map: Float32Array, seen: Uint8Array, width: number, start: number) {
  const rows = new Map<number, [number, number]>();
  const stack = [start];
  seen[start] = 1;
  let sum = 0;
  let count = 0;
  while (stack.length > 0) {
    const at = stack.pop()!;
    const [x, y] = [at % width, Math.floor(at / width)];
    sum += map[at]!;
    count++;
    const row = rows.get(y);
    if (!row) rows.set(y, [x, x]);
    else if (x < row[0]) row[0] = x;
    else if (x > row[1]) row[1] = x;
    for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width])
      if (next >= 0 && next < map.length && !seen[next] && map[next]! > TEXT) {
        seen[next] = 1;
        stack.push(next);
      }
  }
  const edge = [...rows].flatMap(([y, [left, right]]) => [[left, y] as const, [right, y] as const]);
  return { edge, mean: sum / count };
}
