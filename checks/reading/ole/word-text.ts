import type { Bytes } from './bytes.ts';

/** Bits of `WordText.looks`. */
export const DELETED = 1;
export const HIDDEN = 2;
export const IN_TABLE = 4;
/** The mark that ends a row. */
export const ROW_END = 8;

/** The text of a Word 97–2003 document by character position, with what its formatting says of each character. */
export interface WordText {
  text: string;
  /** One byte of bits for every UTF-16 unit of `text`. */
  looks: Uint8Array;
  /** One for every byte of the `WordDocument` stream that `text` was taken from. */
  taken: Uint8Array;
  /** More was promised than the file can hold. */
  isCut: boolean;
}

interface Segment {
  cp: number;
  length: number;
  /** Place in the stream. */
  fc: number;
  width: 1 | 2;
}

/** Puts the document's text together from its piece table ([MS-DOC] 2.4.1). */
export function readWordText(main: Bytes, table: Bytes): WordText {
  const segments: Segment[] = [];
  const taken = new Uint8Array(main.length);
  let text = '';
  let isCut = false;
  for (const { length, fc, width } of pieceTable(main, table)) {
    const end = Math.min(fc + length * width, main.length);
    // Pieces that overlap would let a small file grow without end.
    if (text.length + (end - fc) / width > main.length || end <= fc) {
      isCut = true;
      continue;
    }
    taken.fill(1, fc, end);
    const part = main.text(fc, end, width === 1 ? 1252 : 1200);
    segments.push({ cp: text.length, length: part.length, fc, width });
    if (part.length < length) isCut = true;
    text += part;
  }
  const looks = new Uint8Array(text.length);
  paint(segments, characterRuns(main, table), looks);
  paint(segments, paragraphRuns(main, table), looks);
  return { text, looks, taken, isCut };
}

function* pieceTable(main: Bytes, table: Bytes): Generator<Omit<Segment, 'cp'>> {
  let at = main.u32(0x1a2);
  while (table.u8(at) === 1 && at < table.length) at += 3 + table.u16(at + 1);
  if (table.u8(at) !== 2) return;
  const count = Math.min(Math.floor((table.u32(at + 1) - 4) / 12), Math.floor(table.length / 12));
  at += 5;
  for (let i = 0; i < count; i++) {
    const length = table.u32(at + (i + 1) * 4) - table.u32(at + i * 4);
    const fc = table.u32(at + (count + 1) * 4 + i * 8 + 2);
    const isNarrow = (fc & 0x40000000) !== 0;
    if (length > 0) yield { length, fc: isNarrow ? (fc & 0x3fffffff) >>> 1 : fc & 0x3fffffff, width: isNarrow ? 1 : 2 };
  }
}

interface FormatRun {
  from: number;
  to: number;
  bits: number;
}

/** Runs of characters that are deleted or hidden ([MS-DOC] 2.9.33, formatted disk pages). */
function characterRuns(main: Bytes, table: Bytes): FormatRun[] {
  return pages(main, table, 0xfa).flatMap((page) => {
    const count = main.u8(page + 511);
    return Array.from({ length: count }, (_, i) => {
      const offset = main.u8(page + (count + 1) * 4 + i) * 2;
      const bits = offset === 0 ? 0 : characterBits(main, page + offset + 1, page + offset + 1 + main.u8(page + offset));
      return { from: main.u32(page + i * 4), to: main.u32(page + i * 4 + 4), bits };
    });
  });
}

function paragraphRuns(main: Bytes, table: Bytes): FormatRun[] {
  return pages(main, table, 0x102).flatMap((page) => {
    const count = main.u8(page + 511);
    return Array.from({ length: count }, (_, i) => {
      const offset = main.u8(page + (count + 1) * 4 + i * 13) * 2;
      const length = main.u8(page + offset);
      const start = page + offset + (length === 0 ? 2 : 1);
      const end = length === 0 ? start + main.u8(page + offset + 1) * 2 : start + length * 2 - 1;
      return { from: main.u32(page + i * 4), to: main.u32(page + i * 4 + 4), bits: offset === 0 ? 0 : paragraphBits(main, start + 2, end) };
    });
  });
}

function pages(main: Bytes, table: Bytes, at: number): number[] {
  const start = main.u32(at);
  const count = Math.min(Math.floor((main.u32(at + 4) - 4) / 8), Math.ceil(main.length / 512));
  const found = new Set<number>();
  for (let i = 0; i < count; i++) found.add((table.u32(start + (count + 1) * 4 + i * 4) & 0x3fffff) * 512);
  return [...found].filter((page) => page + 512 <= main.length);
}

function characterBits(main: Bytes, from: number, to: number): number {
  let bits = 0;
  for (const { code, at } of sprms(main, from, to)) {
    const isOn = (main.u8(at) & 1) === 1;
    if (code === 0x0800 && isOn) bits |= DELETED;
    else if ((code === 0x083c || code === 0x0818) && isOn) bits |= HIDDEN;
    // White text: by number, or as 0x00bbggrr.
    else if (code === 0x2a42 && main.u8(at) === 8) bits |= HIDDEN;
    else if (code === 0x6870 && main.u32(at) === 0x00ffffff) bits |= HIDDEN;
    // Letters of one point or less.
    else if (code === 0x4a43 && main.u16(at) <= 2) bits |= HIDDEN;
  }
  return bits;
}

function paragraphBits(main: Bytes, from: number, to: number): number {
  let bits = 0;
  for (const { code, at } of sprms(main, from, to)) {
    if (code === 0x2416 && main.u8(at) !== 0) bits |= IN_TABLE;
    if (code === 0x2417 && main.u8(at) !== 0) bits |= ROW_END;
  }
  return bits;
}

/** Bytes of an operand by the upper three bits of its code; zero means that its first byte tells. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3];

function* sprms(main: Bytes, from: number, to: number): Generator<{ code: number; at: number }> {
  for (let at = from; at + 2 <= to; ) {
    const code = main.u16(at);
    at += 2;
    yield { code, at };
    const isTableDefinition = code === 0xd608 || code === 0xd606;
    at += isTableDefinition ? main.u16(at) + 1 : SIZES[code >> 13] || main.u8(at) + 1;
  }
}

/** Sets the bits of every character whose bytes lie in a run. */
function paint(segments: Segment[], runs: FormatRun[], looks: Uint8Array): void {
  const sorted = runs.filter(({ bits, from, to }) => bits !== 0 && to > from).sort((a, b) => a.from - b.from);
  for (const { cp, length, fc, width } of segments) {
    const end = fc + length * width;
    let low = 0;
    for (let high = sorted.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.to <= fc) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < sorted.length && sorted[i]!.from < end; i++) {
      const { from, to, bits } = sorted[i]!;
      const first = Math.max(0, Math.ceil((from - fc) / width));
      const last = Math.min(length, Math.ceil((to - fc) / width));
      for (let k = first; k < last; k++) looks[cp + k]! |= bits;
    }
  }
}
