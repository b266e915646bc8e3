import { mutatePieces } from './mutate-pieces.ts';
import type { Random } from './random.ts';

/** A damaged copy of text in tags. */
export const mutateXml = (bytes: Uint8Array, random: Random): Buffer =>
  Buffer.from(mutatePieces(Buffer.from(bytes).toString('utf8'), /<[^<>]*>?|[^<]+/gu, random));
