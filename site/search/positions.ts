/** Sets of positions of entries as bytes: the differences of neighbours, or a bit for each position where that is shorter. */

/** Writes numbers of seven bits a byte, the lowest first. */
export class Writer {
  bytes = new Uint8Array(1 << 16);
  length = 0;

  number(value: number) {
    this.#room(5);
    let rest = value >>> 0;
    while (rest > 0x7f) {
      this.bytes[this.length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  raw(bytes: Uint8Array) {
    this.#room(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** What was written since, as a copy. */
  take(from = 0): Uint8Array {
    return this.bytes.slice(from, this.length);
  }

  #room(more: number) {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}

/** Reads what a Writer wrote. */
export class Reader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get isDone(): boolean {
    return this.at >= this.bytes.length;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  raw(length: number): Uint8Array {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

const widthOf = (value: number) => (value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : 4);

/** Writes a set of positions, given in rising order: how many, and in which of the two ways. The same set always gives the same bytes. */
export function writePositions(writer: Writer, positions: ArrayLike<number>) {
  const count = positions.length;
  if (count === 0) return writer.number(0);
  let size = 0;
  for (let at = 0, before = -1; at < count; at++) {
    size += widthOf(positions[at]! - before - 1);
    before = positions[at]!;
  }
  const bits = (positions[count - 1]! >> 3) + 1;
  if (bits < size) {
    const map = new Uint8Array(bits);
    for (let at = 0; at < count; at++) map[positions[at]! >> 3]! |= 1 << (positions[at]! & 7);
    writer.number((count << 1) | 1);
    writer.number(bits);
    writer.raw(map);
    return;
  }
  writer.number(count << 1);
  for (let at = 0, before = -1; at < count; at++) {
    writer.number(positions[at]! - before - 1);
    before = positions[at]!;
  }
}

/** Reads a set of positions. */
export function readPositions(reader: Reader): Uint32Array {
  const head = reader.number();
  const positions = new Uint32Array(head >>> 1);
  if ((head & 1) === 0) {
    for (let at = 0, before = -1; at < positions.length; at++) positions[at] = before = before + 1 + reader.number();
    return positions;
  }
  const map = reader.raw(reader.number());
  let at = 0;
  for (let byte = 0; byte < map.length; byte++)
    for (let bits = map[byte]!; bits !== 0; bits &= bits - 1) positions[at++] = byte * 8 + (31 - Math.clz32(bits & -bits));
  return positions;
}
