import { Gather } from '../gather.ts';
import type { Reader } from '../reader.ts';

/** Records by number ([MS-EMF] 2.1.1). */
const TEXT_RECORDS = new Set([83, 84]);
const BITMAP_RECORDS = new Set([76, 77, 78, 79, 80, 81, 114, 116]);
/** Text is given as numbers of glyphs, which mean nothing without the font. */
const GLYPHS = 0x10;

/** Enhanced metafiles: text of the drawings that office programs keep as previews of embedded objects, one piece a file. */
export const readEmf: Reader = async ({ bytes, budget, within }) => {
  const gather = new Gather(budget, within);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lines: string[] = [];
  let height = Number.NaN;
  let isUnseen = false;
  let at = 0;
  while (at + 8 <= bytes.length) {
    const record = view.getUint32(at, true);
    const size = view.getUint32(at + 4, true);
    if (size < 8 || at + size > bytes.length) break;
    if (BITMAP_RECORDS.has(record)) isUnseen = true;
    if (TEXT_RECORDS.has(record) && size >= 60) {
      const { text, y } = textOf(bytes.subarray(at, at + size), record === 84);
      if (text === undefined) isUnseen = true;
      else if (y === height) lines[lines.length - 1] += text;
      else lines.push(text);
      height = y;
    }
    at += size;
  }
  if (at < bytes.length) gather.trait({ kind: 'corrupt', where: '图形' });
  if (isUnseen) gather.trait({ kind: 'unseen', where: '图形' });
  gather.add({ text: lines.join('\n'), where: '图形', kind: 'shape', isHidden: false });
  return gather.reading('emf');
};

/** Programs write a record for every few letters: those on one height belong together. */
function textOf(record: Uint8Array, isWide: boolean): { text?: string; y: number } {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const y = view.getInt32(40, true);
  if ((view.getUint32(52, true) & GLYPHS) !== 0) return { y };
  const from = view.getUint32(48, true);
  const letters = record.subarray(from, from + view.getUint32(44, true) * (isWide ? 2 : 1));
  return { text: new TextDecoder(isWide ? 'utf-16le' : 'gb18030').decode(letters), y };
}
