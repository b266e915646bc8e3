import { Bytes } from './bytes.ts';

/** A record of a workbook's stream ([MS-XLS] 2.1.4), with the records that continue it. */
export interface BiffRecord {
  type: number;
  data: Bytes;
  /** Content of the records that continue it, one by one. */
  more: Bytes[];
  /** Name of the sheet that it belongs to; empty for the workbook. */
  sheet: string;
  strings: Strings;
}

const CONTINUE = 0x3c;
const BOUND_SHEET = 0x85;
const CODE_PAGE = 0x42;
const STARTS = [0x809, 0x409, 0x209, 0x009];
const END = 0x0a;
const EXCEL_97 = 0x0600;

/** Records of a stream in order; stops where the stream does. */
export function* biffRecords(bytes: Uint8Array): Generator<BiffRecord> {
  const data = new Bytes(bytes);
  const sheets = new Map<number, string>();
  const open: string[] = [];
  let strings = new Strings(true, 936);
  let record: BiffRecord | undefined;
  for (let at = 0; at + 4 <= data.length; ) {
    const type = data.u16(at);
    const content = new Bytes(data.slice(at + 4, at + 4 + data.u16(at + 2)));
    if (type === CONTINUE && record) record.more.push(content);
    else {
      if (record) yield record;
      if (STARTS.includes(type)) {
        open.push(sheets.get(at) ?? open.at(-1) ?? '');
        strings = new Strings(type !== 0x809 || content.u16(0) < EXCEL_97, strings.codePage);
      }
      if (type === CODE_PAGE) strings = new Strings(strings.isNarrow, content.u16(0));
      record = { type, data: content, more: [], sheet: open.at(-1) ?? '', strings };
      if (type === BOUND_SHEET) sheets.set(content.u32(0), strings.short(content, 6));
      if (type === END) open.pop();
    }
    at += 4 + content.length;
    if (type === 0 && content.length === 0) break;
  }
  if (record) yield record;
}

/** Reads strings as the version of Excel has them: before 97 in the file's code page, since then in UTF-16 or its lower bytes. */
export class Strings {
  readonly isNarrow: boolean;
  readonly codePage: number;

  constructor(isNarrow: boolean, codePage: number) {
    this.isNarrow = isNarrow;
    this.codePage = codePage;
  }

  /** With a count of one byte ([MS-XLS] 2.5.240). */
  short(data: Bytes, at: number): string {
    return this.isNarrow ? data.text(at + 1, at + 1 + data.u8(at), this.codePage) : characters(data, at + 2, data.u8(at), data.u8(at + 1));
  }

  /** With a count of two bytes ([MS-XLS] 2.5.294), of one before Excel 97. */
  long(data: Bytes, at: number): string {
    return this.isNarrow ? this.short(data, at) : characters(data, at + 3, data.u16(at), data.u8(at + 2));
  }
}

function characters(data: Bytes, at: number, count: number, flags: number): string {
  return flags & 1 ? data.utf16(at, at + count * 2) : data.text(at, at + count, 1252);
}
