import { gramsOf, PLACES } from './grams.ts';
import { TOUCHED, touchesOf } from './touches.ts';

/** How many features have a weight. */
export const FEATURES = PLACES + TOUCHED;

/** What a statement is compared by, each feature once: its grams, and what it touches. */
export function featuresOf(text: string): Uint32Array {
  const grams = gramsOf(text);
  const touches = touchesOf(text);
  const features = new Uint32Array(grams.length + touches.length);
  features.set(grams);
  for (const [at, touch] of touches.entries()) features[grams.length + at] = PLACES + touch;
  return features;
}

/** Divides a sum over features, so that long statements do not weigh more for being long. */
export const evenOut = (features: number): number => Math.sqrt(features + 4);
