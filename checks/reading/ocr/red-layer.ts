import type { Pixels } from './pixels.ts';

/** So much redder than green and blue is stamp ink and no paper, print or skin; of 255. */
const REDDER = 70;
/** As bright in all colours is paper. */
const PAPER = 200;
/** Parts of the page: paper of a document at least, ink of a stamp at least and at most. */
const [LEAST_PAPER, LEAST_INK, MOST_INK] = [0.5, 0.001, 0.2];

/**
 * A picture of a page with nothing but its red ink, in black: a stamp across print, which OCR takes for neither. Null when the
 * picture is no page of paper or has too little red.
 */
export function toRedLayer({ data, width, height, channels }: Pixels): Pixels | null {
  if (channels < 3) return null;
  const layer = { data: new Uint8Array(width * height).fill(255), width, height, channels: 1 as const };
  let [paper, ink] = [0, 0];
  for (let at = 0; at < layer.data.length; at++) {
    const [red, green, blue] = [data[at * channels]!, data[at * channels + 1]!, data[at * channels + 2]!];
    const redder = red - Math.max(green, blue);
    if (Math.min(red, green, blue) >= PAPER) paper++;
    if (redder < REDDER) continue;
    ink++;
    layer.data[at] = Math.max(0, 255 - 2 * redder);
  }
  const area = width * height;
  return paper / area >= LEAST_PAPER && ink / area >= LEAST_INK && ink / area <= MOST_INK ? layer : null;
}
