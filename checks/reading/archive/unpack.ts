import { createInflateRaw, type Gunzip, type InflateRaw, inflateRawSync } from 'node:zlib';
import type { Budget } from '../budget.ts';
import type { Member } from './directory.ts';

/** What came out of a member. With a `problem` the bytes are those that could be had, perhaps none. */
export interface Unpacked {
  bytes: Uint8Array;
  problem?: 'encrypted' | 'method' | 'corrupt' | 'large' | 'parts';
}

const NOTHING = new Uint8Array();
/** Up to this size a member is unpacked in one step, which is faster. */
const SMALL = 4_000_000;
const CHUNK = 1 << 16;

/** Unpacks one member and takes what it costs from the budget. Never unpacks more than the budget has left. */
export async function unpack(archive: Uint8Array, member: Member, budget: Budget): Promise<Unpacked> {
  if (budget.parts <= 0) return { bytes: NOTHING, problem: 'parts' };
  budget.parts--;
  if (member.isEncrypted) return { bytes: NOTHING, problem: 'encrypted' };
  const end = member.packed === undefined ? archive.length : member.data + member.packed;
  const packed = archive.subarray(member.data, Math.min(end, archive.length));
  const result = await expand(packed, member, budget);
  budget.bytes -= result.bytes.length;
  return end > archive.length && !result.problem ? { ...result, problem: 'corrupt' } : result;
}

async function expand(packed: Uint8Array, member: Member, budget: Budget): Promise<Unpacked> {
  if (member.method === 0) {
    if (packed.length <= budget.bytes) return { bytes: packed };
    return { bytes: packed.subarray(0, Math.max(0, budget.bytes)), problem: 'large' };
  }
  if (member.method !== 8) return { bytes: NOTHING, problem: 'method' };
  if (budget.bytes <= 0) return { bytes: NOTHING, problem: 'large' };
  if (member.claimed <= SMALL && member.packed !== undefined) {
    try {
      return { bytes: inflateRawSync(packed, { maxOutputLength: Math.min(SMALL, budget.bytes) }) };
    } catch {
      // The slow way below keeps what comes out before the fault.
    }
  }
  return inflateSome(packed, budget.bytes, { expected: member.claimed });
}

/**
 * Inflates until the data ends, breaks or `most` bytes are there. What is `expected` is set aside when the first bytes are there,
 * so that large files are not held twice, and what only claims to be large costs nothing.
 */
export function inflateSome(
  packed: Uint8Array,
  most: number,
  { stream = createInflateRaw({ chunkSize: CHUNK }) as InflateRaw | Gunzip, expected = 0 } = {},
): Promise<Unpacked> {
  return new Promise((resolve) => {
    let bytes = Buffer.allocUnsafeSlow(Math.min(most, CHUNK));
    let size = 0;
    let isDone = false;
    const done = (problem?: Unpacked['problem']) => {
      if (isDone) return;
      isDone = true;
      stream.destroy();
      resolve({ bytes: bytes.subarray(0, size), problem });
    };
    stream.on('data', (chunk: Buffer) => {
      if (isDone) return;
      const part = chunk.subarray(0, most - size);
      if (size + part.length > bytes.length) {
        const larger = Buffer.allocUnsafeSlow(Math.min(most, Math.max(expected, bytes.length * 2)));
        bytes.copy(larger, 0, 0, size);
        bytes = larger;
      }
      part.copy(bytes, size);
      size += part.length;
      if (chunk.length > part.length) done('large');
    });
    stream.on('error', () => done('corrupt'));
    stream.on('end', () => done());
    stream.end(packed);
  });
}
