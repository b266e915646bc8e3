import { hash } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeFileSync, writevSync } from 'node:fs';
import { join } from 'node:path';
import type { Gathered, Gatherer } from '../search/gather.ts';
import { fromBytes, joinShelf, toBytes } from '../search/join.ts';
import { shelfPathOf } from '../search/paths.ts';
import { directoryOf, nameOf } from './plan.ts';

/** A share of the site's entries that is to be gathered for the index, beside those whose pages a worker has just made. */
export interface Gathering {
  /** Index numbers of entries, with the files of their pages. */
  pages: [number: string, file: string][];
  /** Index numbers of all entries, oldest first. */
  order: string[];
  /** Of the number of the index's files. */
  bits: number;
  /** File that takes what was gathered. */
  into: string;
}

/** The files of the index that are to be put together in some directories. */
export interface Joining {
  bits: number;
  /** Files with what was gathered. */
  from: string[];
  /** Directories of the site with the places where they are filled. */
  directories: [directory: string, folder: string][];
}

/** Hashes of the files that a directory holds, by name. */
export type Joined = [directory: string, files: [name: string, sha256: string][]][];

/** Paths of all files of an index on the site, by their numbers. */
export const indexPaths = (bits: number): string[] => Array.from({ length: 2 ** bits }, (_, shelf) => shelfPathOf(shelf));

/** Gathers a share of the entries and writes it down. */
export function gather(gatherer: Gatherer, { pages, order, bits, into }: Gathering) {
  for (const [number, file] of pages) gatherer.add(number, readFileSync(file, 'utf8'));
  const positions = new Map(order.map((number, position) => [number, position]));
  const gathered = gatherer.finish(bits, (number) => positions.get(number)!);
  const file = openSync(into, 'w');
  for (const bytes of toBytes(gathered)) writevSync(file, [bytes]);
  closeSync(file);
}

/** Puts together what was gathered, and writes the files of these directories. */
export function joinGathered({ bits, from, directories }: Joining): Joined {
  const parts: Gathered[] = from.map((file) => fromBytes(readFileSync(file)));
  const shelves = Map.groupBy(Array.from({ length: 2 ** bits }).keys(), (shelf) => directoryOf(shelfPathOf(shelf)));
  return directories.map(([directory, folder]) => [
    directory,
    shelves.get(directory)!.map((shelf) => {
      const name = nameOf(shelfPathOf(shelf));
      return [name, writeIndexFile(join(folder, name), joinShelf(parts, shelf))];
    }),
  ]);
}

/** Writes a file of the index and tells its hash. */
export function writeIndexFile(file: string, bytes: Uint8Array): string {
  writeFileSync(file, bytes);
  return hash('sha256', bytes);
}
