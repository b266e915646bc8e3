import type { Pixels } from './pixels.ts';

/** Lines of text in a picture, in reading order; null when OCR cannot run here. */
export async function readPixels(_pixels: Pixels): Promise<string[] | null> {
  return null;
}
