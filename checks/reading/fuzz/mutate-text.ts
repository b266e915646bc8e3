import { mutatePieces } from './mutate-pieces.ts';
import type { Random } from './random.ts';

/** A damaged copy of RTF, byte for byte: groups, control words and text. */
export const mutateRtf = (bytes: Uint8Array, random: Random): Buffer =>
  Buffer.from(
    mutatePieces(Buffer.from(bytes).toString('latin1'), /[{}]|\\'[\da-f]{0,2}|\\[a-z]+-?\d* ?|\\[^a-z]|[^\\{}]+/giu, random),
    'latin1',
  );

/** A damaged copy of mail, CSV, Markdown or other text in lines: words, spaces, signs. */
export const mutateLines = (bytes: Uint8Array, random: Random): Buffer =>
  Buffer.from(mutatePieces(Buffer.from(bytes).toString('latin1'), /\r?\n|[\w\u0080-\uffff]+|[ \t]+|[^\w\s]/gu, random), 'latin1');
