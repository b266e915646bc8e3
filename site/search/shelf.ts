import { changePositions, type Delta, Reader, readPositions, Writer, writePositions } from './positions.ts';

/** Where a key occurs: entries that hold it in their text, and of those the ones whose title or number holds it. */
export interface Places {
  text: Float64Array;
  title: Float64Array;
}

export const NOWHERE: Places = { text: new Float64Array(), title: new Float64Array() };

/*
 * A file of the index holds keys in rising order, each with its places. A key comes as its difference to the one before and the
 * length of what follows.
 */

/** Writes a file of the index, key by key in rising order. */
export class ShelfWriter {
  readonly #writer = new Writer();
  readonly #places = new Writer();
  #before = 0;

  /** A key without places is left out. */
  put(key: number, { text, title }: Places) {
    if (text.length === 0) return;
    this.#places.length = 0;
    writePositions(this.#places, text);
    if (title.length > 0) writePositions(this.#places, title);
    this.copy(key, this.#places.bytes.subarray(0, this.#places.length));
  }

  /** A key with changes. @param former its places as they were written before; none for a new one */
  change(key: number, former: Uint8Array, { text, title }: { text: Delta; title: Delta }) {
    const reader = new Reader(former);
    this.#places.length = 0;
    changePositions(reader, this.#places, text);
    if (isNothing(this.#places)) return;
    const end = this.#places.length;
    changePositions(reader, this.#places, title);
    if (this.#places.bytes[end] === 0) this.#places.length = end;
    this.copy(key, this.#places.bytes.subarray(0, this.#places.length));
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
}

/** Whether what was written is a set without positions. */
const isNothing = ({ bytes, length }: Writer) => length === 1 && bytes[0] === 0;

/** Every key of a file with the bytes of its places. */
export function* eachOnShelf(bytes: Uint8Array): Generator<[key: number, places: Uint8Array]> {
  const reader = new Reader(bytes);
  let key = 0;
  while (!reader.isDone) {
    key = (key + reader.number()) >>> 0;
    yield [key, reader.raw(reader.number())];
  }
}

/** @param only units and months to which they are limited */
export function readPlaces(bytes: Uint8Array, only?: ReadonlySet<number>): Places {
  const reader = new Reader(bytes);
  return { text: readPositions(reader, only), title: reader.isDone ? NOWHERE.title : readPositions(reader, only) };
}

/** Where a key occurs, by the file that would hold it. */
export function findOnShelf(bytes: Uint8Array, key: number): Places {
  for (const [each, places] of eachOnShelf(bytes)) if (each === key >>> 0) return readPlaces(places);
  return NOWHERE;
}
