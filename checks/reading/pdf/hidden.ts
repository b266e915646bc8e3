import type { Box, Glyph, Marks } from './marks.ts';

/**
 * Tells of each character whether a reader of the page sees nothing of it: off the page, in a layer that is off, white on
 * white, under a rectangle, or drawn invisibly. The invisible text of a scan, which lies on the picture of the same
 * words, counts as seen.
 */
export function toHiddenTest(marks: Marks, width: number, height: number): (glyph: Glyph) => boolean {
  const covers = marks.patches.filter(({ isOpaque, colour }) => isOpaque && colour !== null);
  const grounds = marks.patches.filter(({ colour }) => colour !== null && !isWhite(colour));
  const pictures = marks.pictures.filter(({ isOff }) => !isOff);
  return (glyph) => {
    const [x, y] = toMiddle(glyph);
    if (glyph.isOff || x < 0 || y < 0 || x > width || y > height || glyph.size < 1) return true;
    const isOnPicture = pictures.some(({ box, order }) => order < glyph.order && contains(box, x, y));
    if (glyph.isInvisible) return !pictures.some(({ box }) => contains(box, x, y));
    if (covers.some((patch) => patch.order > glyph.order && contains(patch.box, x, y))) return true;
    if (glyph.colour === null || isOnPicture) return false;
    const ground = grounds.findLast((patch) => patch.order < glyph.order && contains(patch.box, x, y));
    return ground ? ground.colour === glyph.colour : isWhite(glyph.colour);
  };
}

function toMiddle({ from, to, size }: Glyph): [number, number] {
  const [x, y] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(x, y) || 1;
  const up = size * 0.35;
  return [(from[0] + to[0]) / 2 + (y / length) * up, (from[1] + to[1]) / 2 - (x / length) * up];
}

function contains({ left, top, right, bottom }: Box, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** White, or so pale that it cannot be read on paper. */
function isWhite(colour: string): boolean {
  return [1, 3, 5].every((at) => Number.parseInt(colour.slice(at, at + 2), 16) >= 0xf5);
}
