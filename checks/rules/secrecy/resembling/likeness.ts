import { gramsOf } from './grams.ts';
import { BIAS, SCALE, WEIGHTS } from './weights.ts';

const weights = new Int8Array(Buffer.from(WEIGHTS, 'base64'));

/**
 * How like a statement is to what must not be public, as the labelled sets have it: above nought when it is liker to that than to
 * what is innocent.
 */
export function likenessOf(text: string): number {
  const grams = gramsOf(text);
  let sum = 0;
  for (const place of grams) sum += weights[place]!;
  return (sum * SCALE + BIAS) / evenOut(grams.length);
}

/** Divides a sum over grams, so that long statements do not weigh more for being long. */
export const evenOut = (grams: number): number => Math.sqrt(grams + 4);
