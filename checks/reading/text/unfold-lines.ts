import type { Piece } from '../piece.ts';
import { PlacedText } from './placed-text.ts';

const FOLD = /\r?\n[ \t]/gu;

/** The lines of a calendar or address card that were folded at 75 octets (RFC 5545 section 3.1), as one again. */
export function unfoldLines(source: string, within: string): Piece[] {
  const pieces: Piece[] = [];
  let line = 1;
  for (const { 0: raw, index } of source.matchAll(/[^\r\n]+(?:\r?\n[ \t][^\r\n]*)*|\n/g)) {
    const placed = new PlacedText('', [], index);
    let from = 0;
    let folds = 0;
    for (const { 0: fold, index: at } of raw.matchAll(FOLD)) {
      placed.addAsItIs(raw.slice(from, at), index + from);
      from = at + fold.length;
      folds++;
    }
    placed.addAsItIs(raw.slice(from), index + from);
    if (folds > 0)
      pieces.push({ text: placed.text, where: `${within}第${line}行`, kind: 'other', isHidden: false, offsets: placed.offsets });
    line += raw === '\n' ? 1 : folds;
  }
  return pieces;
}
