import { Writer } from './positions.ts';
import { eachOnShelf, NOWHERE, type Places, readPlaces, writePlaces } from './shelf.ts';

/** What is otherwise with a key: positions that it comes to have, and those that it no longer has. */
export interface Change {
  text: Delta;
  title: Delta;
}
export interface Delta {
  added: number[];
  removed: number[];
}

/** Gives the position afterwards of one before; undefined for one that is gone. */
type Move = (position: number) => number | undefined;
const NOTHING: Delta = { added: [], removed: [] };

/**
 * A file of the index with changes. Keys of which nothing changes are taken over as they are.
 * @param changes by key, as an unsigned number; positions as they are afterwards, those removed as they were before
 * @param move none where all positions stay
 */
export function changeShelf(bytes: Uint8Array, changes: ReadonlyMap<number, Change>, move?: Move): Uint8Array {
  const writer = new Writer();
  let before = 0;
  const put = (key: number, places: Uint8Array) => {
    writer.number(key - before);
    writer.number(places.length);
    writer.raw(places);
    before = key;
  };
  const fresh = [...changes.keys()].sort((a, b) => a - b);
  let at = 0;
  const putFresh = (limit: number) => {
    for (; at < fresh.length && fresh[at]! < limit; at++) putChanged(fresh[at]!, NOWHERE);
  };
  const putChanged = (key: number, former: Places) => {
    const change = changes.get(key);
    const text = apply(former.text, change?.text ?? NOTHING, move);
    if (text.length > 0) put(key, writePlaces({ text, title: apply(former.title, change?.title ?? NOTHING, move) }));
  };
  for (const [key, places] of eachOnShelf(bytes)) {
    putFresh(key);
    if (fresh[at] === key) at++;
    if (move || changes.has(key)) putChanged(key, readPlaces(places));
    else put(key, places);
  }
  putFresh(Number.POSITIVE_INFINITY);
  return writer.take();
}

function apply(former: Uint32Array, { added, removed }: Delta, move: Move | undefined): Uint32Array {
  const now = new Uint32Array(former.length + added.length);
  let length = 0;
  if (removed.length === 0 && !move) {
    now.set(former);
    length = former.length;
  } else {
    const gone = new Set(removed);
    for (const position of former) {
      const to = gone.has(position) ? undefined : move ? move(position) : position;
      if (to !== undefined) now[length++] = to;
    }
  }
  const isSorted = !move && added.every((position, which) => position > (which === 0 ? (now[length - 1] ?? -1) : added[which - 1]!));
  now.set(added, length);
  const all = now.subarray(0, length + added.length);
  return isSorted ? all : all.sort();
}
