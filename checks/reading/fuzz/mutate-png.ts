import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { mutateBytes } from './mutate-bytes.ts';
import type { Random } from './random.ts';

const HEAD = 8;

/** A PNG with chunks damaged, gone, doubled or moved, under sums that are right. */
export function mutatePng(bytes: Uint8Array, random: Random): Buffer {
  const file = Buffer.from(bytes);
  const chunks: { kind: Buffer; data: Buffer }[] = [];
  for (let at = HEAD; at + 12 <= file.length; at += 12 + file.readUInt32BE(at))
    chunks.push({ kind: file.subarray(at + 4, at + 8), data: Buffer.from(file.subarray(at + 8, at + 8 + file.readUInt32BE(at))) });
  for (let times = 1 + random.below(3); times > 0 && chunks.length > 0; times--) {
    const at = random.below(chunks.length);
    const chunk = chunks[at]!;
    const way = random.below(6);
    if (way === 0) chunks.splice(at, 1);
    else if (way === 1) chunks.push(chunk, chunk);
    else if (way === 2 && chunk.data.length >= 8)
      chunk.data.writeUInt32BE(random.pick([0, 1, 40_000, 0x7fffffff, 0xffffffff]), 4 * random.below(2));
    else if (way === 3 && chunk.kind.equals(Buffer.from('IDAT'))) chunk.data = deflateSync(mutateBytes(inflateOr(chunk.data), random));
    else if (chunk.data.length > 0) chunk.data = mutateBytes(chunk.data, random);
  }
  const packed = chunks.map(({ kind, data }) => {
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length);
    ends.writeUInt32BE(crc32(Buffer.concat([kind, data])), 4);
    return Buffer.concat([ends.subarray(0, 4), kind, data, ends.subarray(4)]);
  });
  return Buffer.concat([file.subarray(0, HEAD), ...packed]);
}

function inflateOr(data: Buffer): Buffer {
  try {
    return inflateSync(data);
  } catch {
    return Buffer.from([0]);
  }
}
