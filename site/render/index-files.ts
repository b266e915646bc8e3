import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entryPath } from '../../cms/library/addresses.ts';
import { isReadingOf } from '../paths.ts';
import { MANIFEST } from '../search/paths.ts';
import type { Manifest } from '../search/search.ts';
import { filesIn } from './assemble.ts';
import { writeIndexFile } from './gather-pages.ts';
import type { Indexing } from './index-pages.ts';
import { type Before, directoryOf, isOfEntry, nameOf } from './plan.ts';
import type { Files, Known } from './state.ts';
import type { Store } from './store.ts';

type Place = Pick<Indexing, 'store' | 'before' | 'plan' | 'staged'>;

export const toKnown = (sha256: string): Known => ({ sha256, key: 'index', tags: [], until: '' });

/** The manifest of the release before, if that has an index. */
export function readManifest({ store, before }: { store: Store; before: Before }): Manifest | undefined {
  const bytes = readFormer({ store, before }, MANIFEST);
  return bytes && (JSON.parse(bytes.toString('utf8')) as Manifest);
}

/** A file of the release before. */
export function readFormer({ store, before }: { store: Store; before: Before }, path: string): Buffer | undefined {
  const head = before.heads.get(directoryOf(path));
  return head && before.files(directoryOf(path)).has(nameOf(path)) ? readFileSync(join(store.pathOf(head.id), nameOf(path))) : undefined;
}

/** Files that hold an entry's pages as the build has made them: its own first, then reading versions of its attachments; none if it has none. */
export function pagesNow({ store, before, plan, staged }: Place, number: string): string[] {
  const directory = directoryOf(entryPath(number));
  const folder = staged.get(directory) ?? store.pathOf(before.heads.get(directory)?.id ?? '');
  return pagesAmong(filesIn(plan, before, directory), number, folder);
}

/** The same of the release before. */
export function pagesBefore({ store, before }: { store: Store; before: Before }, number: string): string[] {
  const directory = directoryOf(entryPath(number));
  return pagesAmong(before.files(directory), number, store.pathOf(before.heads.get(directory)?.id ?? ''));
}

function pagesAmong(files: Files, number: string, folder: string): string[] {
  const own = nameOf(entryPath(number));
  const known = files.get(own);
  // The address of an entry that was merged into another leads there.
  if (!known || !isOfEntry(known)) return [];
  const readings = [...files.keys()].filter((name) => isReadingOf(number, name)).sort();
  return [own, ...readings].map((name) => join(folder, name));
}

/** Replaces files of one directory of the index, unless they are the same. @param all by path; without bytes one that goes */
export function replaceFiles(
  { store, before, plan, staged }: Place,
  directory: string,
  all: readonly (readonly [path: string, bytes: Uint8Array | undefined])[],
) {
  const fresh = new Map(
    all.filter(([path, bytes]) => !isSame(readFormer({ store, before }, path), bytes)).map(([path, bytes]) => [nameOf(path), bytes]),
  );
  if (fresh.size === 0) return;
  const files = new Map(before.files(directory));
  const folder = store.stage();
  store.carry(
    before.heads.get(directory)!.id,
    [...files.keys()].filter((name) => !fresh.has(name)),
    folder,
  );
  for (const [name, bytes] of fresh) {
    if (bytes === undefined) files.delete(name);
    else files.set(name, toKnown(writeIndexFile(join(folder, name), bytes)));
  }
  staged.set(directory, folder);
  plan.layout.set(directory, files);
}

const isSame = (a: Uint8Array | undefined, b: Uint8Array | undefined) => a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;
