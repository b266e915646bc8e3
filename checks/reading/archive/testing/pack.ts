import { crc32, deflateRawSync } from 'node:zlib';

/** A member as a test wants it written, right or wrong. */
export interface TestMember {
  name: string | Uint8Array;
  bytes: Uint8Array;
  isStored?: boolean;
  /** General purpose flags (APPNOTE.TXT 4.4.4). */
  flags?: number;
  method?: number;
  /** Sizes come after the data, as programs that stream write. */
  hasDescriptor?: boolean;
  /** Left out of the directory. */
  isUnlisted?: boolean;
  /** Unpacked size to claim. */
  claimed?: number;
  /** Sizes and offset stand in a zip64 field. */
  isWide?: boolean;
}

/** Writes a zip byte by byte, so that tests can have what no packing program makes. */
export function pack(members: TestMember[], comment = ''): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  let listed = 0;
  for (const member of members) {
    const name = Buffer.from(member.name as Uint8Array);
    const data = member.isStored ? Buffer.from(member.bytes) : deflateRawSync(member.bytes);
    const method = member.method ?? (member.isStored ? 0 : 8);
    const flags = (member.flags ?? 0) | (member.hasDescriptor ? 8 : 0);
    const sizes = { crc: crc32(member.bytes), packed: data.length, claimed: member.claimed ?? member.bytes.length };
    const header = Buffer.concat([
      fields(0x04034b50, [20, flags, method, 0, 0], member.hasDescriptor ? { crc: 0, packed: 0, claimed: 0 } : sizes, [name.length, 0]),
      name,
    ]);
    const descriptor = member.hasDescriptor ? fields(0x08074b50, [], sizes, []) : Buffer.alloc(0);
    local.push(header, data, descriptor);
    if (!member.isUnlisted) {
      listed++;
      const extra = member.isWide ? wide(sizes.claimed, sizes.packed, offset) : Buffer.alloc(0);
      const shown = member.isWide ? { crc: sizes.crc, packed: 0xffffffff, claimed: 0xffffffff } : sizes;
      const tail = Buffer.alloc(4);
      tail.writeUInt32LE(member.isWide ? 0xffffffff : offset);
      central.push(fields(0x02014b50, [20, 20, flags, method, 0, 0], shown, [name.length, extra.length, 0, 0, 0, 0, 0]), tail, name, extra);
    }
    offset += header.length + data.length + descriptor.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(listed & 0xffff, 8);
  end.writeUInt16LE(listed & 0xffff, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...local, directory, end, Buffer.from(comment)]);
}

function fields(signature: number, before: number[], sizes: { crc: number; packed: number; claimed: number }, after: number[]): Buffer {
  const buffer = Buffer.alloc(16 + 2 * (before.length + after.length));
  let at = buffer.writeUInt32LE(signature);
  for (const value of before) at = buffer.writeUInt16LE(value, at);
  for (const value of [sizes.crc, sizes.packed, sizes.claimed]) at = buffer.writeUInt32LE(value, at);
  for (const value of after) at = buffer.writeUInt16LE(value, at);
  return buffer;
}

function wide(claimed: number, packed: number, offset: number): Buffer {
  const buffer = Buffer.alloc(28);
  buffer.writeUInt16LE(1);
  buffer.writeUInt16LE(24, 2);
  let at = 4;
  for (const value of [claimed, packed, offset]) at = buffer.writeBigUInt64LE(BigInt(value), at);
  return buffer;
}
