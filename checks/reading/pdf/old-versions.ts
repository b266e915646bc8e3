import type { Piece } from '../piece.ts';
import type { Calls } from './calls.ts';

/** Versions and pages that are looked at, from the newest. */
const MOST_VERSIONS = 3;
const MOST_PAGES = 200;
const END = '%%EOF';

/**
 * Text that an older version of the file has and the present one has not. Programs that save a PDF anew often only add to it,
 * so that what was deleted is still there, and whoever cuts the file off can read it.
 */
export async function readOldVersions(calls: Calls, bytes: Uint8Array, present: readonly Piece[], within: string): Promise<Piece[]> {
  const known = new Set(present.map(({ text }) => text));
  const pieces: Piece[] = [];
  for (const end of findEnds(bytes)) {
    try {
      const { pages } = await calls.open(bytes.slice(0, end));
      for (let number = 1; number <= Math.min(pages, MOST_PAGES); number++) {
        const { texts } = await calls.page(number, false);
        for (const { text } of texts) {
          if (known.has(text)) continue;
          known.add(text);
          pieces.push({ text, where: `${within}旧版本第${number}页`, kind: 'deleted', isHidden: true });
        }
      }
    } catch {
      // Not every end mark ends a version: a file laid out for the web has one near its beginning.
    }
  }
  return pieces;
}

/** Where older versions end, the newest first. */
function findEnds(bytes: Uint8Array): number[] {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ends: number[] = [];
  const last = data.lastIndexOf(END);
  for (let at = last - 1; at > 0 && ends.length < MOST_VERSIONS; at--) {
    at = data.lastIndexOf(END, at);
    if (at > 0) ends.push(at + END.length);
    else break;
  }
  return ends;
}
