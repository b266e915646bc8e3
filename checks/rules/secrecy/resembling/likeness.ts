import { inflateSync } from 'node:zlib';
import { evenOut } from './features.ts';
import { gramsOf, PLACES } from './grams.ts';
import { speaksOf, touchesOf } from './touches.ts';
import { BIAS, SCALE, WEIGHTS } from './weights.ts';

const weights = new Int8Array(inflateSync(Buffer.from(WEIGHTS, 'base64')));

/** Below it by its grams alone, nothing that a statement touches makes it alike; most are, and need not be asked. */
const FAR = -0.2;

/**
 * How like a statement is to what must not be public, as the labelled sets have it: above nought when it is liker to that than to
 * what is innocent.
 */
export function likenessOf(text: string): number {
  const grams = gramsOf(text);
  let sum = BIAS;
  for (const place of grams) sum += weightOf(place);
  const byGrams = sum / evenOut(grams.length);
  if (byGrams < FAR) return byGrams;
  const touches = touchesOf(text);
  for (const touch of touches) sum += weightOf(PLACES + touch);
  return sum / evenOut(grams.length + touches.length);
}

/** What makes it alike, in an editor's words; undefined when only its wording does. */
export const reasonOf = (text: string): string | undefined => speaksOf(text, (touch) => weightOf(PLACES + touch));

const weightOf = (feature: number): number => weights[feature]! * SCALE;
