import type { Delta } from './positions.ts';
import { eachOnShelf, type Part, type ShelfWriter } from './shelf.ts';

/** What is otherwise with a key. */
export type Change = Record<Part, Delta>;

export const toChange = (): Change => ({
  text: { added: [], removed: [] },
  title: { added: [], removed: [] },
  files: { added: [], removed: [] },
});

/**
 * Writes a file of the index with changes. Keys of which nothing changes are taken over as they are.
 * @param changes by key, as an unsigned number
 * @param readLong reads what lies in a file of its own
 */
export function changeShelf(
  writer: ShelfWriter,
  bytes: Uint8Array,
  changes: ReadonlyMap<number, Change>,
  readLong: (key: number, part: Part) => Uint8Array,
) {
  const change = (key: number, former: Uint8Array) => writer.change(key, former, changes.get(key)!, (part) => readLong(key, part));
  const keys = [...changes.keys()].sort((a, b) => a - b);
  let at = 0;
  for (const [key, places] of eachOnShelf(bytes)) {
    for (; at < keys.length && keys[at]! < key; at++) change(keys[at]!, NEW);
    if (keys[at] === key) change(keys[at++]!, places);
    else writer.copy(key, places);
  }
  for (; at < keys.length; at++) change(keys[at]!, NEW);
}

const NEW = new Uint8Array();
