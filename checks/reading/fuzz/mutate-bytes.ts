import type { Random } from './random.ts';

const EXTREMES = [0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff, 0x80000000];

/** Ways to damage bytes of any kind. */
const WAYS: ((bytes: Buffer, random: Random) => Buffer)[] = [
  function flip(bytes, random) {
    for (let times = 1 + random.below(64); times > 0; times--) {
      const at = random.below(bytes.length);
      bytes[at] = bytes[at]! ^ (1 << random.below(8));
    }
    return bytes;
  },
  function truncate(bytes, random) {
    return bytes.subarray(0, random.below(bytes.length));
  },
  function behead(bytes, random) {
    return bytes.subarray(random.below(Math.min(bytes.length, 4096)));
  },
  function splice(bytes, random) {
    const [from, to, at] = [random.below(bytes.length), random.below(bytes.length), random.below(bytes.length)];
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(from, to), Math.max(from, to)), bytes.subarray(at)]);
  },
  function cut(bytes, random) {
    const at = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random.below(1 + (bytes.length >> 2)))]);
  },
  function stretch(bytes, random) {
    const at = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(random.below(100_000), bytes[at]), bytes.subarray(at)]);
  },
  function number(bytes, random) {
    for (let times = 1 + random.below(4); times > 0; times--) {
      const size = random.pick([1, 2, 4]);
      const at = random.below(Math.max(1, bytes.length - size));
      if (at + size <= bytes.length) bytes.writeUIntLE(random.pick(EXTREMES) % 2 ** (8 * size), at, size);
    }
    return bytes;
  },
];

/** A damaged copy; never empty input, but perhaps empty output. */
export function mutateBytes(bytes: Uint8Array, random: Random): Buffer {
  let result: Buffer = Buffer.from(bytes);
  for (let times = 1 + random.below(3); times > 0 && result.length > 0; times--) result = random.pick(WAYS)(result, random);
  return result;
}
