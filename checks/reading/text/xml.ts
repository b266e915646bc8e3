import { decodeEntities } from '../html/decode-entities.ts';
import type { Piece, PieceKind } from '../piece.ts';
import type { PlacedText } from './placed-text.ts';

const PART = /<!--([\s\S]*?)(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<([a-z_:/!?][^>]*)>?|([^<]+|<)/gi;
const VALUE = /=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Words of XML with their references resolved: text between tags, values of attributes, comments. What a document type declares
 * is read where it is declared and nowhere put in, so that no entity grows.
 */
export function readMarkup(source: string, within: string): Piece[] {
  const pieces: Piece[] = [];
  let line = 1;
  let counted = 0;
  const add = (found: PlacedText, kind: PieceKind) => {
    const { text, offsets, starts } = found.trim();
    if (text === '') return;
    for (; counted < starts[0]!; counted++) if (source[counted] === '\n') line++;
    pieces.push({ text, where: `${within}第${line}行`, kind, isHidden: kind !== 'paragraph', offsets });
  };
  for (const match of source.matchAll(PART)) {
    const [part, comment, data, tag, text] = match;
    const { index } = match;
    if (comment !== undefined) add(decodeEntities(comment, index + 4, 'raw'), 'remark');
    else if (data !== undefined) add(decodeEntities(data, index + 9, 'raw'), 'paragraph');
    else if (text !== undefined) add(decodeEntities(text, index, 'xml'), 'paragraph');
    else if (tag!.startsWith('!')) add(decodeEntities(part, index, 'xml'), 'other');
    else
      for (const value of part.matchAll(VALUE)) {
        const inner = value[1] ?? value[2]!;
        add(decodeEntities(inner, index + value.index + value[0].length - 1 - inner.length, 'xml'), 'other');
      }
  }
  return pieces;
}
