import type { Region } from 'sharp';
import { MOST_AREA } from './prepare.ts';

/** Longest picture that is read in one piece, how long pieces of a longer one are, and how far they lie over each other; in pixels. */
interface Cut {
  longest: number;
  piece: number;
  overlap: number;
}

/** A screenshot of a whole conversation, say: lines are as long as it is wide, and cuts run between them. */
const tall = (short: number): Cut => ({ longest: short * 2.2, piece: short * 1.5, overlap: short * 0.1 });

/**
 * A few rows of a table, say: cuts run through lines, and a number of nineteen figures, which must be whole in one piece, is twelve
 * times as long as it is high. A piece is as long as lines can be found in without making it smaller.
 */
const wide = (short: number): Cut => {
  const piece = Math.max(short * 2.2, MOST_AREA / short);
  return { longest: piece, piece, overlap: Math.min(short * 12, piece / 3) };
};

/** Pieces in which a long picture is read; one for any other. */
export function toTiles(width: number, height: number): Region[] {
  const isTall = height > width;
  const [short, long] = isTall ? [width, height] : [height, width];
  const { longest, piece, overlap } = isTall ? tall(short) : wide(short);
  if (long <= longest) return [{ left: 0, top: 0, width, height }];
  const tiles: Region[] = [];
  for (let from = 0; from === 0 || from + overlap < long; from += Math.round(piece - overlap)) {
    const size = Math.min(Math.round(piece), long - from);
    tiles.push(isTall ? { left: 0, top: from, width, height: size } : { left: from, top: 0, width: size, height });
  }
  return tiles;
}
