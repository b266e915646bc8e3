import { hash } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeFileSync, writevSync } from 'node:fs';
import { join } from 'node:path';
import type { Gatherer } from '../search/gather.ts';
import { fromBytes, Joiner, toBytes } from '../search/join.ts';
import { Numbering } from '../search/numbering.ts';
import { folderBitsFor, longPathOf, recentPathOf, shelfPathOf, shelvesIn } from '../search/paths.ts';
import type { Row } from '../search/register.ts';
import { type Places, ShelfWriter } from '../search/shelf.ts';
import { nameOf } from './plan.ts';

/** A share of the site's entries that is to be gathered for the index, beside those whose pages a worker has just made. */
export interface Gathering {
  /** Index numbers of entries, with the files of their pages: their own first, then the reading versions of their attachments. */
  pages: [number: string, files: string[]][];
  /** Codes of all units, in rising order. */
  units: string[];
  /** Of the number of the index's files. */
  bits: number;
  /** File that takes what was gathered. */
  into: string;
}

/** The files of the index that are to be put together in some of its folders. */
export interface Joining {
  bits: number;
  /** Files with what was gathered. */
  from: string[];
  folders: ToJoin[];
  /** Where the files with what is recent are filled. */
  recent: string;
}
interface ToJoin {
  folder: number;
  /** Where it is filled. */
  into: string;
  /** Positions of the entries that are recent in it. */
  recent: number[];
}

/** Hashes of the files that were made, by their paths on the site. */
export type Joined = [path: string, sha256: string][];

/** Numbers of all folders of an index. */
export const foldersOf = (bits: number): number[] => Array.from({ length: 1 << folderBitsFor(bits) }, (_, folder) => folder);

/** Gathers a share of the entries, writes it down, and tells what registers say of them. */
export function gather(gatherer: Gatherer, { pages, units, bits, into }: Gathering): Row[] {
  for (const [number, files] of pages) {
    const [own, ...readings] = files.map((file) => readFileSync(file, 'utf8'));
    gatherer.add(number, own!);
    for (const reading of readings) gatherer.addReading(reading);
  }
  const file = openSync(into, 'w');
  for (const bytes of toBytes(gatherer.finish(bits, new Numbering(units)))) writevSync(file, [bytes]);
  closeSync(file);
  return gatherer.rows;
}

/** Puts together what was gathered, and writes the files of these folders. */
export function joinGathered({ bits, from, folders, recent }: Joining): Joined {
  const joiner = new Joiner(from.map((file) => fromBytes(readFileSync(file))));
  return folders.flatMap((folder) => joinFolder(joiner, bits, folder, recent));
}

function joinFolder(joiner: Joiner, bits: number, { folder, into, recent: positions }: ToJoin, intoRecent: string): Joined {
  const marks = joiner.mark(positions);
  const joined: Joined = [];
  const recent = new Map<string, [key: number, places: Places][]>();
  const put = (path: string, bytes: Uint8Array) => joined.push([path, writeIndexFile(join(into, nameOf(path)), bytes)]);
  for (const shelf of shelvesIn(folder, bits)) {
    const path = recentPathOf(shelf, bits);
    const found = recent.get(path) ?? [];
    recent.set(path, found);
    const writer = new ShelfWriter();
    joiner.join(writer, shelf, marks, (key, places) => found.push([key, places]));
    put(shelfPathOf(shelf, bits), writer.take());
    for (const { key, part, bytes } of writer.long) put(longPathOf(key, part, bits), bytes!);
  }
  for (const [path, found] of recent) {
    const writer = new ShelfWriter(Number.POSITIVE_INFINITY);
    for (const [key, places] of found.sort((a, b) => a[0] - b[0])) writer.put(key, places);
    joined.push([path, writeIndexFile(join(intoRecent, nameOf(path)), writer.take())]);
  }
  return joined;
}

/** Writes a file of the index and tells its hash. */
export function writeIndexFile(file: string, bytes: Uint8Array | string): string {
  writeFileSync(file, bytes);
  return hash('sha256', bytes);
}
