import { CFB } from '@e965/xlsx';

/** A folder of an OLE compound file ([MS-CFB]). Names as the file has them, with leading control characters. */
export interface Storage {
  name: string;
  streams: Map<string, Uint8Array>;
  storages: Storage[];
}

interface Entry {
  name: string;
  /** 1 storage, 2 stream, 5 root. */
  type: number;
  content?: Uint8Array;
}

/** Nesting beyond this is nobody's document. */
const DEEPEST = 30;

/** The folders and streams of a compound file. Throws when it is broken. */
export function openStorage(bytes: Uint8Array): Storage {
  const { FileIndex, FullPaths } = CFB.parse(bytes, { type: 'buffer' }) as { FileIndex: Entry[]; FullPaths: string[] };
  const root: Storage = { name: '', streams: new Map(), storages: [] };
  for (const [i, entry] of FileIndex.entries()) {
    if (entry.type !== 2 || !entry.content) continue;
    const folders = FullPaths[i]!.split('/').slice(1, -1).slice(0, DEEPEST);
    const storage = folders.reduce(enter, root);
    storage.streams.set(entry.name, Uint8Array.from(entry.content));
  }
  return root;
}

function enter(outer: Storage, name: string): Storage {
  const known = outer.storages.find((storage) => storage.name === name);
  if (known) return known;
  const made = { name, streams: new Map(), storages: [] };
  outer.storages.push(made);
  return made;
}
