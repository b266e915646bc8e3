import { inflateSync } from 'node:zlib';
import { Bytes } from './bytes.ts';
import { artRecords } from './office-art.ts';

/** A file found in the streams of another. */
export interface PackedFile {
  name: string;
  bytes: Uint8Array;
  /** The words of an editor for what it is. */
  label: string;
  /** A path that the file tells of the computer where it was put in. */
  path?: string;
}

/** The file in a stream `\x01Ole10Native` ([MS-OLEDS] 2.3.6, as written by the Packager). */
export function nativeFile(bytes: Uint8Array): PackedFile {
  const data = new Bytes(bytes);
  let at = 6;
  const string = () => {
    const end = bytes.indexOf(0, at);
    const text = data.text(at, end < 0 ? bytes.length : end, 936);
    at = end < 0 ? bytes.length : end + 1;
    return text;
  };
  const name = string();
  const path = string();
  at += 8;
  string();
  const size = data.u32(at);
  if (data.u16(4) !== 2 || size === 0 || at + 4 + size > bytes.length)
    return { name: '嵌入对象', bytes: bytes.subarray(4), label: '嵌入对象' };
  return { name: name || '嵌入文件', bytes: bytes.subarray(at + 4, at + 4 + size), label: '嵌入文件', path };
}

const STORED_OBJECT = 0x1011;
const MOST_UNPACKED = 100_000_000;

/** Compound files that a presentation keeps, packed, among its records ([MS-PPT] 2.10.35). */
export function* storedObjects(stream: Uint8Array): Generator<PackedFile | 'broken'> {
  const data = new Bytes(stream);
  for (const { type, instance, from, to } of artRecords(data, 0, data.length)) {
    if (type !== STORED_OBJECT) continue;
    const bytes = instance === 1 ? inflate(data.slice(from + 4, to)) : data.slice(from, to);
    yield bytes ? { name: '嵌入对象', bytes, label: '嵌入对象' } : 'broken';
  }
}

/** Nothing when the bytes are broken or unpack to more than anybody needs. */
export function inflate(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return new Uint8Array(inflateSync(bytes, { maxOutputLength: MOST_UNPACKED }));
  } catch {
    return undefined;
  }
}
