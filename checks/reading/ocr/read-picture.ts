import sharp, { type Region } from 'sharp';
import type { Budget } from '../budget.ts';
import type { Pixels } from './pixels.ts';
import { readPixels } from './read-pixels.ts';
import { toTiles } from './tiles.ts';

/** What OCR made of a picture: `cut` when the budget ended before the picture, `unseen` when OCR could not run or gave up. */
export interface PictureText {
  texts: string[];
  state: 'read' | 'cut' | 'unseen';
}

/** Reads a picture within the budget, a long one in several pieces that count as a picture each. */
export async function readPicture(pixels: Pixels, budget: Budget): Promise<PictureText> {
  const texts: string[] = [];
  const tiles = toTiles(pixels.width, pixels.height);
  for (const tile of tiles) {
    if (budget.pictures < 1) return { texts, state: 'cut' };
    budget.pictures--;
    const found = await readPixels(tiles.length === 1 ? pixels : await cut(pixels, tile));
    if (found === null) return { texts, state: 'unseen' };
    texts.push(...found.filter((text) => !texts.includes(text)));
  }
  return { texts, state: 'read' };
}

async function cut({ data, width, height, channels }: Pixels, tile: Region): Promise<Pixels> {
  const image = sharp(data, { raw: { width, height, channels }, limitInputPixels: false }).extract(tile).raw();
  const result = await image.toBuffer({ resolveWithObject: true });
  return { data: result.data, width: result.info.width, height: result.info.height, channels };
}
