import { groupOf, positionIn, serialOf } from './numbering.ts';

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

const widthOf = (value: number) => (value < 0x80 ? 1 : value < 0x4000 ? 2 : 3);

/*
 * A set of positions is written unit by unit and month by month, as these follow each other: how many are passed over, and what
 * there is of one, which is a single serial number, the differences of neighbours, or a bit for each.
 */
const ONE = 0;
const GAPS = 1;
const BITS = 2;

/** Writes a set of positions, given in rising order, in the shortest way. The same set always gives the same bytes. */
export function writePositions(writer: Writer, positions: Float64Array) {
  let groups = 0;
  for (let at = 0, before = -1; at < positions.length; at++) {
    const group = groupOf(positions[at]!);
    if (group !== before) groups++;
    before = group;
  }
  writer.number(groups);
  for (let from = 0, before = -1; from < positions.length; ) {
    const group = groupOf(positions[from]!);
    const end = positionIn(group + 1, 0);
    let to = from + 1;
    while (to < positions.length && positions[to]! < end) to++;
    writeGroup(writer, group - before - 1, positions, from, to);
    before = group;
    from = to;
  }
}

function writeGroup(writer: Writer, skipped: number, positions: Float64Array, from: number, to: number) {
  const head = skipped * 4;
  if (to - from === 1) {
    writer.number(head + ONE);
    return writer.number(serialOf(positions[from]!));
  }
  let gaps = widthOf(to - from);
  for (let at = from, before = -1; at < to; at++) {
    const serial = serialOf(positions[at]!);
    gaps += widthOf(serial - before - 1);
    before = serial;
  }
  const bytes = (serialOf(positions[to - 1]!) >> 3) + 1;
  if (bytes + widthOf(bytes) < gaps) {
    writer.number(head + BITS);
    writer.number(bytes);
    const map = new Uint8Array(bytes);
    for (let at = from; at < to; at++) map[serialOf(positions[at]!) >> 3]! |= 1 << (serialOf(positions[at]!) & 7);
    return writer.raw(map);
  }
  writer.number(head + GAPS);
  writer.number(to - from);
  for (let at = from, before = -1; at < to; at++) {
    const serial = serialOf(positions[at]!);
    writer.number(serial - before - 1);
    before = serial;
  }
}

let scratch = new Float64Array(1 << 10);

/** Reads a set of positions. */
export function readPositions(reader: Reader): Float64Array {
  let length = 0;
  const put = (position: number) => {
    if (length === scratch.length) {
      const larger = new Float64Array(length * 2);
      larger.set(scratch);
      scratch = larger;
    }
    scratch[length++] = position;
  };
  const groups = reader.number();
  for (let which = 0, group = -1; which < groups; which++) {
    const head = reader.number();
    group += (head >>> 2) + 1;
    const first = positionIn(group, 0);
    if ((head & 3) === ONE) put(first + reader.number());
    else if ((head & 3) === BITS) readBits(reader.raw(reader.number()), (serial) => put(first + serial));
    else for (let left = reader.number(), serial = -1; left > 0; left--) put(first + (serial += 1 + reader.number()));
  }
  return scratch.slice(0, length);
}

function readBits(map: Uint8Array, onBit: (bit: number) => void) {
  for (let byte = 0; byte < map.length; byte++)
    for (let bits = map[byte]!; bits !== 0; bits &= bits - 1) onBit(byte * 8 + (31 - Math.clz32(bits & -bits)));
}
