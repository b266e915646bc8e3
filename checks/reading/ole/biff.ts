import { Bytes } from './bytes.ts';

/** A record of a workbook's stream ([MS-XLS] 2.1.4), with the records that continue it. */
export interface BiffRecord {
  type: number;
  data: Bytes;
  /** Content of the records that continue it, one by one. */
  more: Bytes[];
  /** Name of the sheet that it belongs to; empty for the workbook. */
  sheet: string;
}

export const CONTINUE = 0x3c;
const BOUND_SHEET = 0x85;
const START = [0x809, 0x409, 0x209, 0x009];
const END = 0x0a;

/** Records of a stream in order; stops where the stream does. */
export function* biffRecords(bytes: Uint8Array): Generator<BiffRecord> {
  const data = new Bytes(bytes);
  const sheets = new Map<number, string>();
  const open: string[] = [];
  let record: BiffRecord | undefined;
  for (let at = 0; at + 4 <= data.length; ) {
    const type = data.u16(at);
    const content = new Bytes(data.slice(at + 4, at + 4 + data.u16(at + 2)));
    if (type === CONTINUE && record) record.more.push(content);
    else {
      if (record) yield record;
      if (START.includes(type)) open.push(sheets.get(at) ?? open.at(-1) ?? '');
      record = { type, data: content, more: [], sheet: open.at(-1) ?? '' };
      if (type === BOUND_SHEET) sheets.set(content.u32(0), shortString(content, 6));
      if (type === END) open.pop();
    }
    at += 4 + content.length;
    if (type === 0 && content.length === 0) break;
  }
  if (record) yield record;
}

/** A string with a count of one byte ([MS-XLS] 2.5.240). */
export function shortString(data: Bytes, at: number): string {
  return characters(data, at + 2, data.u8(at), data.u8(at + 1));
}

/** A string with a count of two bytes ([MS-XLS] 2.5.294). */
export function longString(data: Bytes, at: number): string {
  return characters(data, at + 3, data.u16(at), data.u8(at + 2));
}

function characters(data: Bytes, at: number, count: number, flags: number): string {
  return flags & 1 ? data.utf16(at, at + count * 2) : data.text(at, at + count, 1252);
}
