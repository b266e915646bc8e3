import type { Region } from 'sharp';

/** A picture longer than this, in parts of its short side, is read in pieces of the second length. */
const LONG = 2.2;
const PIECE = 1.5;
/** How far pieces lie over each other, so that every line is whole in one of them. */
const OVERLAP = 0.1;

/** Pieces in which a long picture, such as a screenshot of a whole conversation, is read; one for any other. */
export function toTiles(width: number, height: number): Region[] {
  const short = Math.min(width, height);
  const long = Math.max(width, height);
  if (long <= short * LONG) return [{ left: 0, top: 0, width, height }];
  const length = Math.round(short * PIECE);
  const step = Math.round(short * (PIECE - OVERLAP));
  const tiles: Region[] = [];
  for (let from = 0; from === 0 || from + short * OVERLAP < long; from += step) {
    const size = Math.min(length, long - from);
    tiles.push(height > width ? { left: 0, top: from, width, height: size } : { left: from, top: 0, width: size, height });
  }
  return tiles;
}
