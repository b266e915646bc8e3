import type { Piece } from '../piece.ts';

/** Two letters or digits next to each other could say something. */
const WORDS = /[\p{L}\p{N}㊙][^\n]*[\p{L}\p{N}年㊙★☆]|㊙/u;

/** Names of fields and signs of YAML say nothing. */
const SYNTAX = /^[a-z_\s:\-'"|>[\],]*$/u;

/** Pieces for every stretch of a line that stands in no piece yet and has words in it. */
export function sweep(source: string, pieces: readonly Piece[]): Piece[] {
  const covered = new Uint8Array(source.length);
  for (const { text, offsets } of pieces) {
    if (typeof offsets === 'number') covered.fill(1, offsets, offsets + text.length);
    else for (const offset of offsets ?? []) covered[offset] = 1;
  }
  const swept: Piece[] = [];
  for (let at = 0; at < source.length; ) {
    if (covered[at] || source[at] === '\n') at++;
    else {
      let end = at;
      while (end < source.length && !covered[end] && source[end] !== '\n') end++;
      const text = source.slice(at, end);
      if (WORDS.test(text) && !SYNTAX.test(text)) swept.push({ text, where: '源文件', kind: 'other', isHidden: true, offsets: at });
      at = end;
    }
  }
  return swept;
}
