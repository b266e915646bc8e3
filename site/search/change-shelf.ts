import type { Delta } from './positions.ts';
import { eachOnShelf, ShelfWriter } from './shelf.ts';

/** What is otherwise with a key. */
export interface Change {
  text: Delta;
  title: Delta;
}

export const toChange = (): Change => ({ text: { added: [], removed: [] }, title: { added: [], removed: [] } });

/**
 * A file of the index with changes. Keys of which nothing changes are taken over as they are.
 * @param changes by key, as an unsigned number
 */
export function changeShelf(bytes: Uint8Array, changes: ReadonlyMap<number, Change>): Uint8Array {
  const writer = new ShelfWriter();
  const keys = [...changes.keys()].sort((a, b) => a - b);
  let at = 0;
  for (const [key, places] of eachOnShelf(bytes)) {
    for (; at < keys.length && keys[at]! < key; at++) writer.change(keys[at]!, NEW, changes.get(keys[at]!)!);
    if (keys[at] === key) writer.change(keys[at++]!, places, changes.get(key)!);
    else writer.copy(key, places);
  }
  for (; at < keys.length; at++) writer.change(keys[at]!, NEW, changes.get(keys[at]!)!);
  return writer.take();
}

const NEW = new Uint8Array();
