import type { Piece } from '../parts/structure.ts';
import type { Found } from '../reading.ts';
import { quote } from '../text.ts';

/** Articles whose last character is no mark that ends a sentence. */
export function findOpenEnds(pieces: readonly Piece[]): Found[] {
  return pieces.flatMap((piece) => {
    if (piece.role !== 'article') return [];
    const { text, plain } = piece.line;
    if (plain.length <= piece.label || /[。；：！？”》）…]$/u.test(plain)) return [];
    const from = Math.max(piece.label + (plain[piece.label] === ' ' ? 1 : 0), plain.length - 8);
    return [{ ...quote(text, from), message: '这一条末尾没有标点，后面可能少了字。对照原件核对。' }];
  });
}
