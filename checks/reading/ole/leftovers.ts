import type { Piece, PieceKind } from '../piece.ts';
import { sweepGbk, sweepUtf16 } from './sweep.ts';

/** Bytes in which text may stand that no other way has read. */
export interface Leftover {
  bytes: Uint8Array;
  where: string;
  kind?: PieceKind;
  /** Pictures and packed data, in which chance makes characters. */
  isNoisy?: boolean;
  /** One for every byte that was read in another way. */
  skip?: Uint8Array;
}

/** Runs that are put down from one file; a stream full of chance could give any number. */
const MOST = 100_000;
/** Comparisons of characters that telling new text from known may take. */
const MOST_COMPARED = 2_000_000_000;

/** Text among the leftovers that `pieces` do not have. */
export function sweepLeftovers(leftovers: readonly Leftover[], pieces: readonly Piece[]): { pieces: Piece[]; isCut: boolean } {
  const known = new Set<string>();
  for (const { text } of pieces) for (const line of [text, ...text.split('\n')]) known.add(plain(line));
  const all = [...known].join('\n');
  let compared = 0;
  const found: Piece[] = [];
  for (const { bytes, where, kind = 'other', isNoisy, skip } of leftovers) {
    for (const sweep of [sweepUtf16, sweepGbk]) {
      for (const run of sweep(bytes, isNoisy, skip)) {
        const text = run.text.replace(/\r\n?/g, '\n').trim();
        const key = plain(text);
        if (key === '' || known.has(key)) continue;
        known.add(key);
        compared += all.length;
        if (compared < MOST_COMPARED && all.includes(key)) continue;
        if (found.length >= MOST) return { pieces: found, isCut: true };
        found.push({ text, where, kind, isHidden: true });
      }
    }
  }
  return { pieces: found, isCut: false };
}

const plain = (text: string) => text.replace(/\s+/g, '');
