import { Bytes } from './bytes.ts';

const MARK = new TextEncoder().encode('\0Attribut');
/** Unpacked bytes of one module. */
const LONGEST = 4_000_000;

/** Source text of the VBA modules in a stream ([MS-OVBA] 2.4.1: packed, and begun by an `Attribute` line). */
export function* macroTexts(bytes: Uint8Array): Generator<string> {
  for (let at = find(bytes, 0); at >= 0; at = find(bytes, at + 1)) {
    // Before the first word: signature 1, two bytes of chunk head, the flag byte that is part of the mark.
    if (at >= 3 && bytes[at - 3] === 1) yield new TextDecoder('gb18030').decode(unpack(new Bytes(bytes), at - 2));
  }
}

function find(bytes: Uint8Array, from: number): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(MARK, from);
}

function unpack(data: Bytes, from: number): Uint8Array {
  const out: number[] = [];
  for (let at = from; at + 2 < data.length && out.length < LONGEST; ) {
    const head = data.u16(at);
    if (((head >> 12) & 7) !== 3) break;
    const end = Math.min(data.length, at + (head & 0xfff) + 3);
    const start = out.length;
    at += 2;
    while (at < end) {
      const flags = data.u8(at++);
      for (let bit = 0; bit < 8 && at < end; bit++) {
        if (((flags >> bit) & 1) === 0) out.push(data.u8(at++));
        else {
          const token = data.u16(at);
          at += 2;
          const bits = Math.max(4, 32 - Math.clz32(Math.max(1, out.length - start - 1)));
          const back = (token >> (16 - bits)) + 1;
          const length = (token & (0xffff >> bits)) + 3;
          if (back > out.length) return Uint8Array.from(out);
          for (let i = 0; i < length; i++) out.push(out[out.length - back]!);
        }
      }
    }
  }
  return Uint8Array.from(out);
}
