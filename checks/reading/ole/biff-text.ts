import type { Piece, PieceKind } from '../piece.ts';
import { type BiffRecord, biffRecords, Strings } from './biff.ts';
import { Bytes } from './bytes.ts';
import { artRecords, shapeWords } from './office-art.ts';
import type { Found } from './read-word.ts';

/** Records with one string of their own: where it begins, and what it is. */
const STRINGS: Record<number, { read: (data: Bytes, strings: Strings) => string; kind: PieceKind; label: string }> = {
  20: { read: (data, strings) => margin(strings.long(data, 0)), kind: 'margin', label: '页眉' },
  21: { read: (data, strings) => margin(strings.long(data, 0)), kind: 'margin', label: '页脚' },
  205: { read: (data, strings) => strings.long(data, 0), kind: 'other', label: '中的数据透视表缓存' },
  49: { read: (data, strings) => strings.short(data, 14), kind: 'name', label: '中的字体名称' },
  1054: { read: (data, strings) => strings.long(data, 2), kind: 'name', label: '中的数字格式' },
  92: { read: (data, strings) => strings.long(data, 0), kind: 'property', label: '中的最后保存者' },
};
/** What the bytes of other records are swept as. */
const LABELS: Record<number, [kind: PieceKind, label: string]> = {
  6: ['code', '公式'],
  24: ['name', '名称'],
  28: ['remark', '批注作者'],
  430: ['link', '外部引用'],
  35: ['link', '外部引用'],
  440: ['link', '链接'],
  2048: ['link', '链接的提示文字'],
  446: ['other', '数据有效性'],
  2204: ['margin', '页眉页脚'],
};
/** Shared strings, cells and formats: the library has read them, or they have no words. */
const READ_ELSEWHERE = new Set([0xfc, 0xfd, 0xff, 0x203, 0x204, 0x205, 0x207, 0x27e, 0xbd, 0xbe, 0x201, 0x208, 0xe0, 0x85]);
const DRAWINGS = [0xeb, 0xec, 0xed];
const SX_STRING = 0xcd;
const TEXT_BOX = 0x1b6;
const OUTSIDE = 0x1ae;
const LAST_AUTHOR = 0x5c;

/**
 * Texts of a workbook's stream that stand outside cells: margins, text boxes, links, pivot caches and all the rest.
 *
 * @param isReadElsewhere whether the library could read the cells
 */
export function readBiffText(stream: Uint8Array, within: string, found: Found, isReadElsewhere: boolean): void {
  const drawings = new Map<string, Uint8Array[]>();
  for (const record of biffRecords(stream)) {
    const { type, data, more, sheet, strings } = record;
    const where = sheet === '' ? `${within}工作簿` : `${within}工作表“${sheet}”`;
    if (type === OUTSIDE && data.length > 4) found.traits.push({ kind: 'outside-reference', where });
    if (type === LAST_AUTHOR) found.traits.push({ kind: 'author', where: `${where}中的最后保存者` });
    const string = STRINGS[type];
    if (string) add(found, string.read(data, strings), where + string.label, string.kind);
    if (DRAWINGS.includes(type)) collect(drawings, where, record);
    else if (type === TEXT_BOX) add(found, textBox(more), `${where}中的文本框或批注`, 'shape');
    else if (!string && !(isReadElsewhere && !strings.isNarrow && READ_ELSEWHERE.has(type))) {
      const [kind, label] = LABELS[type] ?? ['other', '其他数据'];
      for (const { bytes } of [data, ...more]) found.leftovers.push({ bytes, where: `${where}中的${label}`, kind });
    }
  }
  for (const [where, parts] of drawings) readDrawings(found, new Bytes(Buffer.concat(parts)), where);
}

function add(found: Found, text: string, where: string, kind: PieceKind): void {
  const plain = text.replace(/\0/g, '').replace(/\r\n?/g, '\n').trim();
  if (plain !== '') found.pieces.push({ text: plain, where, kind, isHidden: kind !== 'margin' && kind !== 'shape' });
}

/** Without the codes for place, page number and looks ([MS-XLS] 2.4.136). */
function margin(text: string): string {
  return text.replace(/&(?:"[^"]*"|K[0-9A-F]{6}|\d{1,3}|[A-Z&])/giu, (code) => (code === '&&' ? '&' : /^&[LCR]$/iu.test(code) ? '\n' : ''));
}

/** The words of a text box stand in the records after it, each with a flag byte; the last one is formatting. */
function textBox(more: Bytes[]): string {
  return more
    .slice(0, Math.max(1, more.length - 1))
    .map((part) => (part.u8(0) & 1 ? part.utf16(1, part.length) : part.text(1, part.length, 1252)))
    .join('');
}

function collect(drawings: Map<string, Uint8Array[]>, where: string, { data, more }: BiffRecord): void {
  const parts = drawings.get(where) ?? [];
  for (const { bytes } of [data, ...more]) parts.push(bytes);
  drawings.set(where, parts);
}

function readDrawings(found: Found, data: Bytes, where: string): void {
  for (const record of artRecords(data, 0, data.length))
    for (const { text, label, kind } of shapeWords(data, record)) add(found, text, `${where}中的${label}`, kind);
  found.leftovers.push({ bytes: data.bytes, where: `${where}中的图形`, isNoisy: true });
}

/** Words that a pivot table keeps of its source, which may long be deleted ([MS-XLS] 2.1.7.11). */
export function readPivotCache(stream: Uint8Array, within: string): Piece[] {
  const pieces: Piece[] = [];
  for (const { type, data } of biffRecords(stream)) {
    const text = type === SX_STRING ? new Strings(false, 1200).long(data, 0).trim() : '';
    if (text !== '') pieces.push({ text, where: `${within}数据透视表缓存`, kind: 'other', isHidden: true });
  }
  return pieces;
}
