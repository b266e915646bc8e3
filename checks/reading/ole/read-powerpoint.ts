import type { PieceKind } from '../piece.ts';
import { Bytes } from './bytes.ts';
import { type ArtRecord, artRecords, shapeWords } from './office-art.ts';
import type { Found } from './read-word.ts';
import { SlideNames } from './slide-names.ts';
import type { Storage } from './storage.ts';

const TEXT_UTF16 = 0x0fa0;
const TEXT_8BIT = 0x0fa8;
const STRING = 0x0fba;
const SLIDE_INFO = 0x03f9;
const NOTES = 0x03f0;
const COMMENT = 0x2ee0;
const HEADERS = 0x0fd9;
/** Head of the stream `Current User` in a presentation with a password ([MS-PPT] 2.3.2). */
const ENCRYPTED = 0xf3d1c4df;

/** Reads slides of PowerPoint 97–2003 or WPS Presentation ([MS-PPT]): every record that holds text, wherever it stands. */
export function readPowerPoint(storage: Storage, within: string): Found {
  const found: Found = { pieces: [], traits: [], taken: new Map(), leftovers: [] };
  const data = new Bytes(storage.streams.get('PowerPoint Document')!);
  if (new Bytes(storage.streams.get('Current User') ?? new Uint8Array()).u32(12) === ENCRYPTED)
    return { ...found, isEncrypted: true, traits: [{ kind: 'encrypted', where: `${within}文件` }] };
  const taken = new Uint8Array(data.length);
  const names = new SlideNames(data);
  for (const record of artRecords(data, 0, data.length)) {
    const where = within + names.nameOf(record);
    const { type, from, to } = record;
    if (type === SLIDE_INFO && names.isSlide && data.u8(from + 10) & 4) found.traits.push({ kind: 'hidden-slide', where });
    for (const { text, label, kind } of shapeWords(data, record))
      found.pieces.push({ text, where: `${where}中的${label}`, kind, isHidden: kind !== 'shape' });
    if (type !== TEXT_UTF16 && type !== TEXT_8BIT && type !== STRING) continue;
    taken.fill(1, from, to);
    const text = data
      .text(from, to, type === TEXT_8BIT ? 1252 : 1200)
      .replace(/[\r\v]/g, '\n')
      .replace(/\0/g, '')
      .trim();
    if (text !== '') found.pieces.push({ text, where, ...lookOf(record) });
  }
  if (names.count === 0) found.traits.push({ kind: 'corrupt', where: `${within}正文` });
  if (found.pieces.some(({ kind }) => kind === 'remark')) found.traits.push({ kind: 'remarks', where: `${within}批注` });
  const isUnseen = new Set(found.traits.flatMap(({ kind, where }) => (kind === 'hidden-slide' ? [where] : [])));
  for (const piece of found.pieces) if (isUnseen.has(piece.where)) piece.isHidden = true;
  found.taken.set('PowerPoint Document', taken);
  return found;
}

function lookOf({ type, path }: ArtRecord): { kind: PieceKind; isHidden: boolean } {
  if (path.includes(COMMENT)) return { kind: 'remark', isHidden: true };
  if (path.includes(HEADERS)) return { kind: 'margin', isHidden: false };
  if (path.includes(NOTES)) return { kind: 'note', isHidden: true };
  return type === STRING ? { kind: 'name', isHidden: true } : { kind: 'paragraph', isHidden: false };
}
