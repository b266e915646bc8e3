import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { entryPath } from '../../cms/library/addresses.ts';
import { shelfPrefix } from '../paths.ts';
import { type Change, changeShelf, type Delta } from '../search/change-shelf.ts';
import { facetKeys } from '../search/facets.ts';
import { fold } from '../search/fold.ts';
import { Gatherer } from '../search/gather.ts';
import { keysOf, shelfOf } from '../search/keys.ts';
import { readPage, searchedIn } from '../search/page-text.ts';
import { bitsFor, INDEX, shelfPathOf } from '../search/paths.ts';
import { type Gathering, gather, indexPaths, type Joined, type Joining, joinGathered, writeIndexFile } from './gather-pages.ts';
import { type Before, directoryOf, nameOf, type Plan } from './plan.ts';
import type { Pool } from './pool.ts';
import type { Known } from './state.ts';
import type { Store } from './store.ts';

/** So many entries are found more quickly by looking through all. */
const FEW = 20;
/** If one in so many entries is new or changed, all are gathered again. */
const SHARE = 8;

interface Indexing {
  store: Store;
  before: Before;
  plan: Plan;
  /** Directories filled in this build, by path; those of the index are added. */
  staged: Map<string, string>;
  /** Index numbers of all entries, oldest first; and as they were when the index of the release before was made. */
  order: readonly string[];
  former: readonly string[] | undefined;
  /** Paths of entries' pages whose bytes differ from those of the release before. */
  changed: readonly string[];
  /** Workers, if there are any, and whether they have gathered the pages of all entries as they made them. */
  pool: Pool | undefined;
  isGathered: boolean;
}

/**
 * Brings the search index up to date with the pages: only files with a key that comes or goes are written, unless many
 * entries changed. The index depends on the pages and their order alone.
 */
export async function indexPages(indexing: Indexing) {
  const { order, former, changed, plan, before } = indexing;
  const bits = bitsFor(order.length);
  const isKept = former && bitsFor(former.length) === bits && before.heads.has(directoryOf(shelfPathOf(0)));
  const isFew = isKept && changed.length * SHARE <= order.length;
  if (isFew && hasFormerPages(before, former, changed)) return changeIndex(indexing, former, bits);
  for (const path of before.heads.keys()) if (path.startsWith(INDEX)) plan.gone.add(path);
  await makeIndex(indexing, bits);
}

/** Whether the former page of every changed entry is there to be read: one that was taken off in haste is not, though its keys still are. */
function hasFormerPages(before: Before, former: readonly string[], changed: readonly string[]): boolean {
  const was = toFinder(former, changed.length);
  return changed.every((path) => was(path) === undefined || before.files(directoryOf(path)).has(nameOf(path)));
}

/** Makes the whole index. What is gathered is as large as the index several times over, so it goes by files. */
async function makeIndex({ store, before, plan, staged, order, pool, isGathered }: Indexing, bits: number) {
  const parts = pool ? pool.size : 1;
  const share = (at: number) => at % parts;
  const scratch = store.stage();
  const pages = isGathered ? [] : order.map((number): [string, string] => [number, fileOf(entryPath(number))]);
  const gatherings = Array.from({ length: parts }, (_, part): Gathering => {
    return { pages: pages.filter((_, at) => share(at) === part), order: [...order], bits, into: join(scratch, String(part)) };
  });
  const directories = [...new Set(indexPaths(bits).map(directoryOf))];
  for (const directory of directories) {
    plan.gone.delete(directory);
    plan.layout.set(directory, new Map());
    staged.set(directory, store.stage());
  }
  const joinings = Array.from({ length: parts }, (_, part): Joining => {
    const own = directories.filter((_, at) => share(at) === part);
    return { bits, from: gatherings.map(({ into }) => into), directories: own.map((directory) => [directory, staged.get(directory)!]) };
  });
  const take = (joined: Joined) => {
    for (const [directory, files] of joined) for (const [name, sha256] of files) plan.layout.get(directory)!.set(name, toKnown(sha256));
  };
  if (pool) {
    await pool.each('gather', gatherings, () => {});
    await pool.each('join', joinings, take);
  } else {
    for (const gathering of gatherings) gather(new Gatherer(), gathering);
    for (const joining of joinings) take(joinGathered(joining));
  }
  rmSync(scratch, { recursive: true });

  function fileOf(path: string): string {
    const directory = directoryOf(path);
    return join(staged.get(directory) ?? store.pathOf(before.heads.get(directory)!.id), nameOf(path));
  }
}

const toKnown = (sha256: string): Known => ({ sha256, key: 'index', tags: [], until: '' });

/** Changes the files of the index that have to do with entries which came, went or changed. */
function changeIndex({ store, before, plan, staged, order, changed }: Indexing, former: readonly string[], bits: number) {
  const isLonger = former.every((number, position) => order[position] === number);
  const asked = isLonger ? changed.length : order.length;
  const now = toFinder(order, asked);
  const was = toFinder(former, asked);
  const positions = isLonger ? [] : former.map((number) => now(entryPath(number)));
  const move = isLonger ? undefined : (position: number) => positions[position];
  const fresh = isLonger ? [] : order.map(entryPath).filter((path) => was(path) === undefined);

  const changes = new Map<string, Map<number, Change>>();
  const note = (place: string, part: keyof Change, how: keyof Delta, position: number) => {
    const [key, path] = place.split(' ') as [string, string];
    const ofFile = changes.get(path) ?? new Map<number, Change>();
    const change = ofFile.get(Number(key)) ?? { text: { added: [], removed: [] }, title: { added: [], removed: [] } };
    change[part][how].push(position);
    changes.set(path, ofFile.set(Number(key), change));
  };
  for (const path of new Set([...changed, ...fresh])) {
    const [position, past] = [now(path), was(path)];
    const present = position === undefined ? undefined : read(path, staged.get(directoryOf(path)));
    const old = past === undefined ? undefined : read(path);
    for (const part of ['text', 'title'] as const) {
      const [has, had] = [placesIn(present, part), placesIn(old, part)];
      for (const place of has) if (!had.has(place)) note(place, part, 'added', position!);
      for (const place of had) if (!has.has(place)) note(place, part, 'removed', past!);
    }
  }
  for (const [directory, paths] of Map.groupBy(move ? indexPaths(bits) : changes.keys(), directoryOf)) changeDirectory(directory, paths);

  function read(path: string, folder?: string): string {
    const directory = directoryOf(path);
    return readFileSync(join(folder ?? store.pathOf(before.heads.get(directory)!.id), nameOf(path)), 'utf8');
  }

  /** The keys of an entry's page, each with the file of the index that holds it. */
  function placesIn(html: string | undefined, part: keyof Change): Set<string> {
    const page = html === undefined ? undefined : readPage(html);
    if (!page) return new Set();
    const keys = [...keysOf(fold(searchedIn(page, part))), ...(part === 'text' ? facetKeys(page.number, html!) : [])];
    return new Set(keys.map((key) => `${key >>> 0} ${shelfPathOf(shelfOf(key, bits))}`));
  }

  function changeDirectory(directory: string, paths: readonly string[]) {
    const { id } = before.heads.get(directory)!;
    const rewritten = new Map<string, Uint8Array>();
    for (const path of paths) {
      const bytes = readFileSync(join(store.pathOf(id), nameOf(path)));
      const after = changeShelf(bytes, changes.get(path) ?? new Map(), move);
      if (Buffer.compare(bytes, after) !== 0) rewritten.set(nameOf(path), after);
    }
    if (rewritten.size === 0) return;
    const files = new Map(before.files(directory));
    const folder = store.stage();
    const stays = [...files.keys()].filter((name) => !rewritten.has(name));
    store.carry(id, stays, folder);
    for (const [name, bytes] of rewritten) files.set(name, toKnown(writeIndexFile(join(folder, name), bytes)));
    staged.set(directory, folder);
    plan.layout.set(directory, files);
  }
}

/** Finds the positions of entries by the paths of their pages. For a few, a table would take longer than looking through. */
function toFinder(order: readonly string[], asked: number): (path: string) => number | undefined {
  let table: Map<string, number> | undefined;
  return (path) => {
    if (asked <= FEW) {
      const at = order.lastIndexOf(`${shelfPrefix(directoryOf(path))}${nameOf(path).slice(0, -'.html'.length)}`);
      return at < 0 ? undefined : at;
    }
    table ??= new Map(order.map((number, position) => [entryPath(number), position]));
    return table.get(path);
  };
}
