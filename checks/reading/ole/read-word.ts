import type { Piece, Trait } from '../piece.ts';
import { Bytes } from './bytes.ts';
import type { Leftover } from './leftovers.ts';
import { artRecords, shapeWords } from './office-art.ts';
import type { Storage } from './storage.ts';
import { partsOf } from './word-parts.ts';
import { WordPieces } from './word-pieces.ts';
import { DELETED, HIDDEN, readWordText } from './word-text.ts';

/** What one kind of document gave. */
export interface Found {
  pieces: Piece[];
  traits: Trait[];
  /** Bytes of a stream that were read as text, one for each; the sweep passes over them. */
  taken: Map<string, Uint8Array>;
  /** What is to be swept beside whole streams. */
  leftovers: Leftover[];
  /** The words cannot be read without a password, so that a sweep finds nothing either. */
  isEncrypted?: boolean;
}

/** Reads a document of Word 97–2003 or WPS Writer ([MS-DOC]). Older ones are left to the sweep. */
export function readWord(storage: Storage, within: string): Found {
  const found: Found = { pieces: [], traits: [], taken: new Map(), leftovers: [] };
  const main = new Bytes(storage.streams.get('WordDocument')!);
  const flags = main.u16(0x0a);
  if (flags & 0x0100) return { ...found, isEncrypted: true, traits: [{ kind: 'encrypted', where: `${within}文件` }] };
  const isKnown = main.u16(0) === 0xa5ec;
  const table = new Bytes(storage.streams.get(flags & 0x0200 ? '1Table' : '0Table') ?? new Uint8Array());
  const word = isKnown ? readWordText(main, table) : { text: '', looks: new Uint8Array(), taken: new Uint8Array(), isCut: false };
  if (word.text === '' || word.isCut) found.traits.push({ kind: 'corrupt', where: `${within}正文` });
  const pieces = new WordPieces(word, within);
  const parts = partsOf(main, table, word.text.length);
  for (const part of parts) pieces.read(part);
  found.pieces = pieces.pieces;
  found.taken.set('WordDocument', word.taken);
  addShapes(main, table, within, found);
  if (word.looks.some((look) => look & DELETED)) found.traits.push({ kind: 'tracked-changes', where: `${within}正文` });
  const hidden = found.pieces.find(({ where }) => where.endsWith('（隐藏文字）'));
  if (hidden && word.looks.some((look) => look & HIDDEN)) found.traits.push({ kind: 'hidden-text', where: hidden.where });
  if (parts.some(({ kind }) => kind === 'remark')) found.traits.push({ kind: 'remarks', where: `${within}批注` });
  return found;
}

/** WordArt, such as watermarks, and words for those who cannot see a picture. */
function addShapes(main: Bytes, table: Bytes, within: string, found: Found): void {
  const from = main.u32(0x22a);
  const to = Math.min(from + main.u32(0x22e), table.length);
  for (let at = from; at < to; ) {
    let end = at;
    for (const record of artRecords(table, at, to)) {
      if (record.path.length === 0 && record.from > at + 8) break;
      if (record.path.length === 0) end = record.to;
      for (const { text, label, kind } of shapeWords(table, record))
        found.pieces.push({ text, where: `${within}${label}`, kind, isHidden: kind !== 'shape' });
    }
    // One byte before each drawing says whether it belongs to the text or to the margins.
    at = Math.max(at + 8, end) + 1;
  }
}
