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

  /** So many bytes of zero, to be filled before anything else is written. */
  blank(length: number): Uint8Array {
    this.#room(length);
    this.length += length;
    return this.bytes.subarray(this.length - length, this.length).fill(0);
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

/** A set of positions in rising order, each as the unit and month, and the serial number. */
export class PositionSet {
  groups = new Uint32Array();
  serials = new Uint32Array();
  length = 0;

  /** @param positions in rising order */
  static of(positions: Float64Array): PositionSet {
    const set = new PositionSet();
    set.clear(positions.length);
    for (const position of positions) set.put(groupOf(position), serialOf(position));
    return set;
  }

  /** Makes it empty, with room for so many. */
  clear(most: number) {
    this.length = 0;
    if (most <= this.groups.length) return;
    this.groups = new Uint32Array(most * 2);
    this.serials = new Uint32Array(most * 2);
  }

  put(group: number, serial: number) {
    this.groups[this.length] = group;
    this.serials[this.length++] = serial;
  }
}

/** Writes a set in the shortest way. The same set always gives the same bytes. */
export function writeSet(writer: Writer, { groups, serials, length }: PositionSet) {
  let count = 0;
  for (let at = 0; at < length; at++) if (at === 0 || groups[at] !== groups[at - 1]) count++;
  writer.number(count);
  for (let from = 0, before = -1; from < length; ) {
    const group = groups[from]!;
    let to = from + 1;
    while (to < length && groups[to] === group) to++;
    writeGroup(writer, group - before - 1, serials, from, to);
    before = group;
    from = to;
  }
}

function writeGroup(writer: Writer, skipped: number, serials: Uint32Array, from: number, to: number) {
  const head = skipped * 4;
  if (to - from === 1) {
    writer.number(head + ONE);
    return writer.number(serials[from]!);
  }
  let gaps = widthOf(to - from);
  for (let at = from, before = -1; at < to; at++) {
    gaps += widthOf(serials[at]! - before - 1);
    before = serials[at]!;
  }
  const bytes = (serials[to - 1]! >> 3) + 1;
  if (bytes + widthOf(bytes) < gaps) {
    writer.number(head + BITS);
    writer.number(bytes);
    const map = writer.blank(bytes);
    for (let at = from; at < to; at++) map[serials[at]! >> 3]! |= 1 << (serials[at]! & 7);
    return;
  }
  writer.number(head + GAPS);
  writer.number(to - from);
  for (let at = from, before = -1; at < to; at++) {
    writer.number(serials[at]! - before - 1);
    before = serials[at]!;
  }
}

let scratch = new Float64Array(1 << 10);

/** Reads a set of positions. @param only units and months to which it is limited */
export function readPositions(reader: Reader, only?: ReadonlySet<number>): Float64Array {
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
    if (only && !only.has(group)) skipGroup(reader, head & 3);
    else readGroup(reader, group, head & 3, put);
  }
  return scratch.slice(0, length);
}

function readGroup(reader: Reader, group: number, kind: number, put: (position: number) => void) {
  const first = positionIn(group, 0);
  if (kind === ONE) put(first + reader.number());
  else if (kind === BITS) readBits(reader.raw(reader.number()), (serial) => put(first + serial));
  else for (let left = reader.number(), serial = -1; left > 0; left--) put(first + (serial += 1 + reader.number()));
}

function skipGroup(reader: Reader, kind: number) {
  if (kind === ONE) reader.number();
  else if (kind === BITS) reader.raw(reader.number());
  else for (let left = reader.number(); left > 0; left--) reader.number();
}

function readBits(map: Uint8Array, onBit: (bit: number) => void) {
  for (let byte = 0; byte < map.length; byte++)
    for (let bits = map[byte]!; bits !== 0; bits &= bits - 1) onBit(byte * 8 + (31 - Math.clz32(bits & -bits)));
}

/** Positions that a set comes to have, and those that it no longer has. */
export interface Delta {
  added: number[];
  removed: number[];
}

const changed = new Writer();

/**
 * Writes a set with changes, as `writeSet` would write what it is then. Units and months in which nothing changes are
 * copied: sets are long, and changes few.
 * @param reader at the set; at its end for an empty one
 */
export function changePositions(reader: Reader, writer: Writer, { added, removed }: Delta) {
  const touched = [...new Set([...added, ...removed].map(groupOf))].sort((a, b) => a - b);
  const come = Map.groupBy(added, groupOf);
  const gone = new Set(removed);
  changed.length = 0;
  let groups = 0;
  let before = -1;
  const put = (group: number, former: readonly number[]) => {
    const now = Uint32Array.from([...former.filter((position) => !gone.has(position)), ...(come.get(group) ?? [])], serialOf).sort();
    if (now.length === 0) return;
    writeGroup(changed, group - before - 1, now, 0, now.length);
    before = group;
    groups++;
  };
  let at = 0;
  const count = reader.isDone ? 0 : reader.number();
  for (let which = 0, group = -1; which < count; which++) {
    const head = reader.number();
    group += (head >>> 2) + 1;
    for (; at < touched.length && touched[at]! < group; at++) put(touched[at]!, []);
    if (touched[at] === group) {
      const former: number[] = [];
      readGroup(reader, group, head & 3, (position) => former.push(position));
      put(touched[at++]!, former);
    } else {
      const from = reader.at;
      skipGroup(reader, head & 3);
      changed.number((group - before - 1) * 4 + (head & 3));
      changed.raw(reader.bytes.subarray(from, reader.at));
      before = group;
      groups++;
    }
  }
  for (; at < touched.length; at++) put(touched[at]!, []);
  writer.number(groups);
  writer.raw(changed.bytes.subarray(0, changed.length));
}
