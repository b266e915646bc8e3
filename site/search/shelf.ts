import { changePositions, type Delta, PositionSet, Reader, readPositions, Writer, writeSet } from './positions.ts';

/** Entries whose page holds a key, of those the ones whose title or number holds it, and those that have an attachment which holds it. */
export const PARTS = ['text', 'title', 'files'] as const;
export type Part = (typeof PARTS)[number];

/** Where a key occurs. */
export type Places = Record<Part, Float64Array>;

/** What a file of the index tells of where a key occurs: how often, and where, unless that is told by a file of its own. */
export type Listed = Record<Part, { count: number; positions: Float64Array | undefined }>;

export const NOWHERE: Places = { text: new Float64Array(), title: new Float64Array(), files: new Float64Array() };

/** A set of positions that takes more bytes lies in a file of its own. */
const LONGEST = 3000;

/** A set of positions for a file of its own; without bytes one that no longer has any. */
export interface Long {
  key: number;
  part: Part;
  bytes: Uint8Array | undefined;
}

/*
 * A file of the index holds keys in rising order, each with its places. A key comes as its difference to the one before and the
 * length of what follows. In the place of a set that lies in a file of its own stand a zero and how many positions it has, and so
 * it is with a set that has none; those behind the last one that has any are left out.
 */

/** Writes a file of the index, key by key in rising order. */
export class ShelfWriter {
  /** What goes into files of its own. */
  readonly long: Long[] = [];
  readonly #writer = new Writer();
  readonly #places = new Writer();
  readonly #longest: number;
  #before = 0;

  /** @param longest bytes that a set may have here */
  constructor(longest = LONGEST) {
    this.#longest = longest;
  }

  put(key: number, { text, title, files }: Places) {
    this.putSets(key, { text: PositionSet.of(text), title: PositionSet.of(title), files: PositionSet.of(files) });
  }

  /** A key without places is left out. */
  putSets(key: number, places: Record<Part, PositionSet>) {
    this.#places.length = 0;
    let end = 0;
    for (const part of PARTS) {
      const from = this.#places.length;
      writeSet(this.#places, places[part]);
      if (places[part].length === 0) this.#places.number(0);
      else {
        this.#setApart(key, part, from, places[part].length);
        end = this.#places.length;
      }
    }
    this.#end(key, end);
  }

  /**
   * A key with changes.
   * @param former its places as they were written before; none for a new one
   * @param readLong reads what lies in a file of its own
   */
  change(key: number, former: Uint8Array, changes: Record<Part, Delta>, readLong: (part: Part) => Uint8Array) {
    const reader = new Reader(former);
    this.#places.length = 0;
    let end = 0;
    for (const part of PARTS) {
      const from = this.#places.length;
      const count = readCount(reader);
      const set = count === undefined ? reader : new Reader(count === 0 ? NONE : readLong(part));
      changePositions(set, this.#places, changes[part]);
      const isNone = this.#places.bytes[from] === 0;
      const isLong = this.#setApart(key, part, from);
      if (count && !isLong) this.long.push({ key, part, bytes: undefined });
      if (isNone) this.#places.number(0);
      else end = this.#places.length;
    }
    this.#end(key, end);
  }

  /** @param places as they were written before */
  copy(key: number, places: Uint8Array) {
    this.#writer.number(key - this.#before);
    this.#writer.number(places.length);
    this.#writer.raw(places);
    this.#before = key;
  }

  take(): Uint8Array {
    return this.#writer.take();
  }

  /** @param end of the last set that has positions; a key without any is left out */
  #end(key: number, end: number) {
    if (end > 0) this.copy(key, this.#places.bytes.subarray(0, end));
  }

  /** Takes what was written last away if it is long. @param count of its positions, if known */
  #setApart(key: number, part: Part, from: number, count?: number): boolean {
    if (this.#places.length - from <= this.#longest) return false;
    const bytes = this.#places.take(from);
    this.long.push({ key, part, bytes });
    this.#places.length = from;
    this.#places.number(0);
    this.#places.number(count ?? readPositions(new Reader(bytes)).length);
    return true;
  }
}

const NONE = new Uint8Array();

/** How many positions a set has that lies in a file of its own, or 0; undefined for one that stands here. */
function readCount(reader: Reader): number | undefined {
  if (reader.isDone || reader.bytes[reader.at] !== 0) return undefined;
  reader.number();
  return reader.number();
}

/** Every key of a file with the bytes of its places. */
export function* eachOnShelf(bytes: Uint8Array): Generator<[key: number, places: Uint8Array]> {
  const reader = new Reader(bytes);
  let key = 0;
  while (!reader.isDone) {
    key = (key + reader.number()) >>> 0;
    yield [key, reader.raw(reader.number())];
  }
}

/** @param only units and months to which positions are limited */
export function readListed(bytes: Uint8Array, only?: ReadonlySet<number>): Listed {
  const reader = new Reader(bytes);
  const read = () => {
    const count = readCount(reader);
    if (count) return { count, positions: undefined };
    const positions = count === 0 || reader.isDone ? new Float64Array() : readPositions(reader, only);
    return { count: positions.length, positions };
  };
  return { text: read(), title: read(), files: read() };
}

/** What is told of a key by the file that would hold it. */
export function findOnShelf(bytes: Uint8Array, key: number): Listed {
  for (const [each, places] of eachOnShelf(bytes)) if (each === key >>> 0) return readListed(places);
  return readListed(new Uint8Array());
}
