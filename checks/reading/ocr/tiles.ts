import type { Region } from 'sharp';

/** How a long picture is read in pieces; all in parts of its short side. */
interface Cut {
  /** From this length on. */
  from: number;
  piece: number;
  /** How far pieces lie over each other, so that what must not be cut is whole in one of them. */
  overlap: number;
}

/** A screenshot of a whole conversation, say: lines are as long as it is wide, and cuts run between them. */
const TALL: Cut = { from: 2.2, piece: 1.5, overlap: 0.1 };
/** A few rows of a table, say: cuts run through lines, and a number of nineteen figures is twelve times as long as it is high. */
const WIDE: Cut = { from: 24, piece: 24, overlap: 12 };

/** Pieces in which a long picture is read; one for any other. */
export function toTiles(width: number, height: number): Region[] {
  const isTall = height > width;
  const [short, long] = isTall ? [width, height] : [height, width];
  const { from: least, piece, overlap } = isTall ? TALL : WIDE;
  if (long <= short * least) return [{ left: 0, top: 0, width, height }];
  const tiles: Region[] = [];
  for (let from = 0; from === 0 || from + short * overlap < long; from += Math.round(short * (piece - overlap))) {
    const size = Math.min(Math.round(short * piece), long - from);
    tiles.push(isTall ? { left: 0, top: from, width, height: size } : { left: from, top: 0, width: size, height });
  }
  return tiles;
}
