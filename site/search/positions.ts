/** Sets of positions of entries as bytes. */

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

/** How a set is written: the differences of neighbours, a bit for each position, or the differences of those that are not in it. */
const GAPS = 0;
const BITS = 1;
const ABSENT = 2;

/** Writes a set of positions, given in rising order, in the shortest way. The same set always gives the same bytes. */
export function writePositions(writer: Writer, positions: Uint32Array) {
  const count = positions.length;
  if (count === 0) return writer.number(0);
  const end = positions[count - 1]! + 1;
  const gaps = sizeOf(positions);
  const bits = (end + 7) >> 3;
  // Only of a set with nearly everything are those that are not in it fewer bytes than its bits.
  const absent = end - count < bits ? absentIn(positions, end) : undefined;
  if (absent && sizeOf(absent) < Math.min(gaps, bits)) {
    writer.number((count << 2) | ABSENT);
    writer.number(absent.length);
    writeGaps(writer, absent);
  } else if (bits < gaps) {
    const map = new Uint8Array(bits);
    for (let at = 0; at < count; at++) map[positions[at]! >> 3]! |= 1 << (positions[at]! & 7);
    writer.number((count << 2) | BITS);
    writer.number(bits);
    writer.raw(map);
  } else {
    writer.number((count << 2) | GAPS);
    writeGaps(writer, positions);
  }
}

function sizeOf(positions: Uint32Array): number {
  let size = 0;
  for (let at = 0, before = -1; at < positions.length; at++) {
    size += widthOf(positions[at]! - before - 1);
    before = positions[at]!;
  }
  return size;
}

function writeGaps(writer: Writer, positions: Uint32Array) {
  for (let at = 0, before = -1; at < positions.length; at++) {
    writer.number(positions[at]! - before - 1);
    before = positions[at]!;
  }
}

function absentIn(positions: Uint32Array, end: number): Uint32Array {
  const absent = new Uint32Array(end - positions.length);
  for (let position = 0, at = 0, found = 0; position < end; position++)
    if (positions[at] === position) at++;
    else absent[found++] = position;
  return absent;
}

/** Reads a set of positions. */
export function readPositions(reader: Reader): Uint32Array {
  const head = reader.number();
  const positions = new Uint32Array(head >>> 2);
  if ((head & 3) === BITS) readBits(reader, positions);
  else if ((head & 3) === ABSENT) readAbsent(reader, positions);
  else for (let at = 0, before = -1; at < positions.length; at++) positions[at] = before = before + 1 + reader.number();
  return positions;
}

function readBits(reader: Reader, positions: Uint32Array) {
  const map = reader.raw(reader.number());
  let at = 0;
  for (let byte = 0; byte < map.length; byte++)
    for (let bits = map[byte]!; bits !== 0; bits &= bits - 1) positions[at++] = byte * 8 + (31 - Math.clz32(bits & -bits));
}

function readAbsent(reader: Reader, positions: Uint32Array) {
  let left = reader.number();
  let absent = left > 0 ? reader.number() : -1;
  for (let position = 0, at = 0; at < positions.length; position++) {
    if (position !== absent) positions[at++] = position;
    else if (--left > 0) absent += 1 + reader.number();
  }
}
