import { eachOnShelf, NOWHERE, type Places, readPlaces, ShelfWriter } from './shelf.ts';

/** What is otherwise with a key: positions that it comes to have, and those that it no longer has. */
export interface Change {
  text: Delta;
  title: Delta;
}
export interface Delta {
  added: number[];
  removed: number[];
}

export const toChange = (): Change => ({ text: { added: [], removed: [] }, title: { added: [], removed: [] } });

/**
 * A file of the index with changes. Keys of which nothing changes are taken over as they are.
 * @param changes by key, as an unsigned number
 */
export function changeShelf(bytes: Uint8Array, changes: ReadonlyMap<number, Change>): Uint8Array {
  const writer = new ShelfWriter();
  const fresh = [...changes.keys()].sort((a, b) => a - b);
  let at = 0;
  const putChanged = (key: number, former: Places) => {
    const { text, title } = changes.get(key)!;
    writer.put(key, { text: apply(former.text, text), title: apply(former.title, title) });
  };
  for (const [key, places] of eachOnShelf(bytes)) {
    for (; at < fresh.length && fresh[at]! < key; at++) putChanged(fresh[at]!, NOWHERE);
    if (fresh[at] === key) {
      at++;
      putChanged(key, readPlaces(places));
    } else writer.copy(key, places);
  }
  for (; at < fresh.length; at++) putChanged(fresh[at]!, NOWHERE);
  return writer.take();
}

function apply(former: Float64Array, { added, removed }: Delta): Float64Array {
  const gone = new Set(removed);
  const stays = gone.size === 0 ? former : former.filter((position) => !gone.has(position));
  if (added.length === 0) return stays;
  const all = new Float64Array(stays.length + added.length);
  all.set(stays);
  all.set(added, stays.length);
  return all.sort();
}
