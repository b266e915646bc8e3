import { lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LARGEST_FILE, type Refusal, type SourceFile, UNREADABLE_NAME } from './source.ts';

/** Where a walk goes, in words that can be sent to another thread. */
export interface Walk {
  root: string;
  /** A file changed after this moment may change again within the same clock tick. In milliseconds. */
  settled: number;
}

/** What lies directly in a folder. */
interface Level {
  files: SourceFile[];
  folders: string[];
}

/** Folders of entries that hold files alone, as they were listed before: their files, and `sinceOf` then. */
export type Listed = ReadonlyMap<string, { paths: string[]; since: string }>;
const NOTHING_LISTED: Listed = new Map();

/** Parts what a stamp says of the file from what it says of its folder. */
const SINCE = '@';

/** The folders that an index's stamps say were listed. @param known stamps by path */
export function toListed(known: ReadonlyMap<string, string>): Listed {
  const listed = new Map<string, { paths: string[]; since: string }>();
  for (const [path, stamp] of known) {
    const at = stamp.indexOf(SINCE);
    const folder = path.slice(0, path.lastIndexOf('/'));
    const same = listed.get(folder);
    const since = at === -1 ? '' : stamp.slice(at);
    if (!same) listed.set(folder, { paths: [path], since });
    else if (same.since === since) same.paths.push(path);
    else same.since = '';
  }
  return listed;
}

/** Everything below a folder of the root, which is itself given by its path from there. */
export function walkBelow(walk: Walk, folder: string, listed: Listed = NOTHING_LISTED): SourceFile[] {
  const still = stillIn(walk, folder, listed);
  if (still) return still;
  const { files, folders } = look(walk, folder) ?? { files: [refuse(folder, 'closed')], folders: [] };
  for (const inner of folders) files.push(...walkBelow(walk, inner, listed));
  return files;
}

/** The files of a folder that need not be listed again, as they are now: nothing was added to it or taken from it since it was. */
function stillIn(walk: Walk, folder: string, listed: Listed): SourceFile[] | undefined {
  const before = listed.get(folder);
  if (!before?.since || before.since !== sinceOf(walk, folder)) return undefined;
  return before.paths.flatMap((path) => describe(walk, path, before.since));
}

/** Looks into one folder; undefined when it does not open. */
export function look(walk: Walk, folder: string): Level | undefined {
  const items = attempt(() => readdirSync(join(walk.root, folder), { withFileTypes: true }));
  if (items === 'refused' || (items === undefined && folder === '')) return undefined;
  const level: Level = { files: [], folders: [] };
  const paths: string[] = [];
  for (const item of items ?? []) {
    if (item.name.startsWith('.')) continue;
    const path = folder === '' ? item.name : `${folder}/${item.name}`;
    if (item.name.includes(UNREADABLE_NAME)) level.files.push(refuse(path, 'name'));
    else if (item.isSymbolicLink()) level.files.push(refuse(path, 'link'));
    else if (item.isDirectory()) level.folders.push(path);
    else if (item.isFile()) paths.push(path);
  }
  const since = level.folders.length === 0 && paths.includes(`${folder}/index.md`) ? sinceOf(walk, folder) : '';
  for (const path of paths) level.files.push(...describe(walk, path, since));
  return level;
}

/** When something was last added to a folder or taken from it, for stamps of its files; empty when it is not settled, or not kept. */
function sinceOf({ root, settled }: Walk, folder: string): string {
  const stat = attempt(() => lstatSync(`${root}/${folder}`));
  const isKnown = typeof stat === 'object' && stat.isDirectory() && stat.ctimeMs > 0 && stat.ctimeMs <= settled;
  return isKnown ? `${SINCE}${stat.ctimeMs}.${stat.ino}` : '';
}

function describe({ root, settled }: Walk, path: string, since: string): SourceFile[] {
  const stat = attempt(() => statSync(`${root}/${path}`));
  if (stat === undefined) return [];
  if (stat === 'refused') return [refuse(path, 'unreadable')];
  const { size, mtimeMs, ctimeMs, ino } = stat;
  if (size > LARGEST_FILE) return [{ ...refuse(path, 'large'), size }];
  return [{ path, size, stamp: ctimeMs > settled ? '' : `${size}.${mtimeMs}.${ctimeMs}.${ino}${since}` }];
}

export const refuse = (path: string, refused: Refusal): SourceFile => ({ path, size: 0, stamp: refused, refused });

/** What the file system gives; undefined for what has gone since it was listed. */
export function attempt<T>(ask: () => T): T | 'refused' | undefined {
  try {
    return ask();
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : 'refused';
  }
}
