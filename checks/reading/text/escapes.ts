import type { Piece } from '../piece.ts';
import { offsetAt, PlacedText } from './placed-text.ts';

const ESCAPE = /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|u\{([0-9a-f]{1,6})\}|([nrtbf"'\\/]))/giu;
const TELLING = /\\(?:u[0-9a-f{]|x[0-9a-f])/iu;
const SHORT: Record<string, string> = { n: '\n', r: '\n', t: '\t', b: ' ', f: ' ' };

/** Pieces again whose words are written as `\u673a`, as JSON, YAML, JavaScript and property files may have it, with the words themselves. */
export function resolveEscapes(pieces: readonly Piece[]): Piece[] {
  return pieces.filter(({ text }) => TELLING.test(text)).map(resolve);
}

function resolve(piece: Piece): Piece {
  const { text, offsets = 0 } = piece;
  const placed = new PlacedText('', [], offsetAt(offsets, 0));
  const addPlain = (from: number, to: number) => {
    for (let i = from; i < to; i++) placed.add(text[i]!, offsetAt(offsets, i), offsetAt(offsets, i + 1));
  };
  let from = 0;
  for (const match of text.matchAll(ESCAPE)) {
    addPlain(from, match.index);
    const code = Number.parseInt(match[1] ?? match[2] ?? match[3] ?? '', 16);
    const character = Number.isNaN(code)
      ? (SHORT[match[4]!] ?? match[4]!)
      : code > 0xffff
        ? String.fromCodePoint(Math.min(code, 0x10ffff))
        : String.fromCharCode(code);
    from = match.index + match[0].length;
    placed.add(character, offsetAt(offsets, match.index), offsetAt(offsets, from));
  }
  addPlain(from, text.length);
  return { ...piece, text: placed.text, kind: 'other', isHidden: true, offsets: placed.offsets };
}
