import { Reader, readPositions, Writer, writePositions } from './positions.ts';

/** Where a key occurs: entries that hold it in their text, and of those the ones whose title or number holds it. */
export interface Places {
  text: Uint32Array;
  title: Uint32Array;
}

/*
 * A file of the index holds keys in rising order, each with its places. A key comes as its difference to the one before and the
 * length of what follows.
 */

const scratch = new Writer();

/** The bytes of a key's places, good until the next call. */
export function writePlaces({ text, title }: Places): Uint8Array {
  scratch.length = 0;
  writePositions(scratch, text);
  if (title.length > 0) writePositions(scratch, title);
  return scratch.bytes.subarray(0, scratch.length);
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

export const NOWHERE: Places = { text: new Uint32Array(), title: new Uint32Array() };

export function readPlaces(bytes: Uint8Array): Places {
  const reader = new Reader(bytes);
  return { text: readPositions(reader), title: reader.isDone ? NOWHERE.title : readPositions(reader) };
}

/** Where a key occurs, by the file that would hold it. */
export function findOnShelf(bytes: Uint8Array, key: number): Places {
  for (const [each, places] of eachOnShelf(bytes)) if (each === key >>> 0) return readPlaces(places);
  return NOWHERE;
}
