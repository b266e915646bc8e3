import { crc32, deflateRawSync } from 'node:zlib';
import { toGb18030 } from '../../../cms/import/testing/encode.ts';
import type { Made } from './index.ts';
import { encrypt } from './zip-cipher.ts';

export type ZipEntry = { name: string } & (
  | { text: string; encoding?: 'gb18030' }
  /** Path from `checks/labelled/`. */
  | { file: string }
  /** So many bytes of one character, which pack very small. */
  | { fill: number }
  | Made
);

/** A ZIP archive. */
export interface ZipRecipe {
  entries: ZipEntry[];
  /** `gbk`: names as old Chinese archivers wrote them, without the UTF-8 flag. */
  names?: 'utf-8' | 'gbk';
  /** Encrypts every entry with the traditional cipher. */
  password?: string;
  /** Remark on the whole archive. */
  comment?: string;
}

/** 2026-03-09 08:30:00. */
const TIME = (8 << 11) | (30 << 5);
const DATE = (46 << 9) | (3 << 5) | 9;

export async function makeZip({ entries, names = 'utf-8', password, comment = '' }: ZipRecipe): Promise<Uint8Array> {
  const toBytes = (text: string) => (names === 'gbk' ? toGb18030(text) : new TextEncoder().encode(text));
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = toBytes(entry.name);
    const { size, sum, packed } = 'fill' in entry ? packedFill(entry.fill) : packedBytes(await bytesOfEntry(entry));
    const data = password ? encrypt(packed, password, sum) : packed;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE((password ? 1 : 0) | (names === 'utf-8' ? 0x800 : 0), 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt16LE(TIME, 6);
    fields.writeUInt16LE(DATE, 8);
    fields.writeUInt32LE(sum, 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(name.length, 22);
    const offset = Buffer.alloc(14);
    offset.writeUInt32LE(at, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, offset, name]));
    const head = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, data]);
    local.push(head);
    at += head.length;
  }
  const folder = Buffer.concat(central);
  const remark = toBytes(comment);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(folder.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(remark.length, 20);
  return new Uint8Array(Buffer.concat([...local, folder, end, remark]));
}

interface Packed {
  size: number;
  sum: number;
  packed: Uint8Array;
}

function packedBytes(bytes: Uint8Array): Packed {
  return { size: bytes.length, sum: crc32(bytes), packed: deflateRawSync(bytes) };
}

/** Packing hundreds of megabytes takes seconds, so equal entries share the work. */
const fills = new Map<number, Packed>();

function packedFill(size: number): Packed {
  const packed = fills.get(size) ?? packedBytes(new Uint8Array(size).fill(0x20));
  fills.set(size, packed);
  return packed;
}

async function bytesOfEntry(entry: Exclude<ZipEntry, { fill: number }>): Promise<Uint8Array> {
  const { bytesOf } = await import('../load.ts');
  return bytesOf(entry);
}
