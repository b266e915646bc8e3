import { memberName } from './member-name.ts';

/** One packed file: what the archive says of it, and where its bytes lie. */
export interface Member {
  name: string;
  /** Compression method: 0 stored, 8 deflated. */
  method: number;
  isEncrypted: boolean;
  /** Packed size in bytes; undefined when only the packed data itself can tell. */
  packed?: number;
  /** Unpacked size in bytes as the archive claims. */
  claimed: number;
  /** Offset of the local header. */
  header: number;
  /** Offset of the packed data. */
  data: number;
  /** True when the directory leaves it out, so that usual programs do not show it. */
  isUnlisted: boolean;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end record is 22 bytes and a comment of at most 65,535. */
const LARGEST_END = 22 + 65_535;

export interface Directory {
  members: Member[];
  /** Offset of the end record, of the first byte of the directory, and the comment of the whole archive. */
  end: number;
  start: number;
  comment: Uint8Array;
  /** Comments of members, which programs show beside the name. */
  comments: Uint8Array[];
  /** False when the directory ends early or points at nothing. */
  isWhole: boolean;
}

/** Reads the directory at the end of a zip (APPNOTE.TXT 4.3); undefined when there is none, as in a cut file. */
export function readDirectory(bytes: Uint8Array): Directory | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let end = bytes.length - 22; end >= Math.max(0, bytes.length - LARGEST_END); end--) {
    if (bytes[end] !== 0x50 || view.getUint32(end, true) !== END) continue;
    const found = fromEnd(bytes, view, end);
    if (found) return found;
  }
  return undefined;
}

function fromEnd(bytes: Uint8Array, view: DataView, end: number): Directory | undefined {
  let size = view.getUint32(end + 12, true);
  let offset = view.getUint32(end + 16, true);
  let last = end;
  if (end >= 20 && view.getUint32(end - 20, true) === 0x07064b50) {
    const record = find64(view, end, Number(view.getBigUint64(end - 12, true)));
    if (record !== undefined) {
      size = Number(view.getBigUint64(record + 40, true));
      offset = Number(view.getBigUint64(record + 48, true));
      last = record;
    }
  }
  // Bytes before the archive shift everything; the directory lies right before its end record.
  const start = last - size;
  if (start < 0 || offset > start || (size > 0 && (size < 46 || view.getUint32(start, true) !== CENTRAL))) return undefined;
  const shift = start - offset;
  const { members, comments, isWhole } = readMembers(bytes, view, start, last, shift);
  const comment = bytes.subarray(end + 22, Math.min(bytes.length, end + 22 + view.getUint16(end + 20, true)));
  return { members, comments, comment, start, end, isWhole };
}

function find64(view: DataView, end: number, stated: number): number | undefined {
  for (const at of [end - 76, stated]) if (at >= 0 && at + 56 <= end && view.getUint32(at, true) === END_64) return at;
  return undefined;
}

function readMembers(bytes: Uint8Array, view: DataView, start: number, last: number, shift: number) {
  const members: Member[] = [];
  const comments: Uint8Array[] = [];
  let at = start;
  while (at + 46 <= last && view.getUint32(at, true) === CENTRAL) {
    const name = bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true));
    const extraAt = at + 46 + name.length;
    const extra = bytes.subarray(extraAt, extraAt + view.getUint16(at + 30, true));
    const commentAt = extraAt + extra.length;
    const comment = bytes.subarray(commentAt, commentAt + view.getUint16(at + 32, true));
    if (comment.length > 0) comments.push(comment);
    const flags = view.getUint16(at + 8, true);
    const sizes = { claimed: view.getUint32(at + 24, true), packed: view.getUint32(at + 20, true), header: view.getUint32(at + 42, true) };
    widen(sizes, extra);
    const header = sizes.header + shift;
    const data = dataOf(view, header);
    members.push({
      name: memberName(name, (flags & 0x800) !== 0, extra),
      method: view.getUint16(at + 10, true),
      isEncrypted: (flags & 1) !== 0,
      packed: sizes.packed,
      claimed: sizes.claimed,
      header,
      data: data ?? bytes.length,
      isUnlisted: false,
    });
    at = commentAt + comment.length;
  }
  return { members, comments, isWhole: at === last && members.every(({ data, packed = 0 }) => data + packed <= start) };
}

/** Replaces sizes of 0xffffffff by those of the zip64 field. */
function widen(sizes: { claimed: number; packed: number; header: number }, extra: Uint8Array): void {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = Math.min(extra.length, at + 4 + view.getUint16(at + 2, true));
    let next = at + 4;
    for (const key of ['claimed', 'packed', 'header'] as const) {
      if (sizes[key] !== 0xffffffff || next + 8 > end) continue;
      sizes[key] = Number(view.getBigUint64(next, true));
      next += 8;
    }
  }
}

/** Where the packed bytes begin after a local header; undefined when there is no header. */
export function dataOf(view: DataView, header: number): number | undefined {
  if (header < 0 || header + 30 > view.byteLength || view.getUint32(header, true) !== LOCAL) return undefined;
  return header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
}
