import { readdirSync, statSync } from 'node:fs';
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

/** Everything below a folder of the root, which is itself given by its path from there. */
export function walkBelow(walk: Walk, folder: string): SourceFile[] {
  const { files, folders } = look(walk, folder) ?? { files: [refuse(folder, 'closed')], folders: [] };
  for (const inner of folders) files.push(...walkBelow(walk, inner));
  return files;
}

/** Looks into one folder; undefined when it does not open. */
export function look(walk: Walk, folder: string): Level | undefined {
  const items = attempt(() => readdirSync(join(walk.root, folder), { withFileTypes: true }));
  if (items === 'refused' || (items === undefined && folder === '')) return undefined;
  const level: Level = { files: [], folders: [] };
  for (const item of items ?? []) {
    if (item.name.startsWith('.')) continue;
    const path = folder === '' ? item.name : `${folder}/${item.name}`;
    if (item.name.includes(UNREADABLE_NAME)) level.files.push(refuse(path, 'name'));
    else if (item.isSymbolicLink()) level.files.push(refuse(path, 'link'));
    else if (item.isDirectory()) level.folders.push(path);
    else if (item.isFile()) level.files.push(...describe(walk, path));
  }
  return level;
}

function describe({ root, settled }: Walk, path: string): SourceFile[] {
  const stat = attempt(() => statSync(`${root}/${path}`));
  if (stat === undefined) return [];
  if (stat === 'refused') return [refuse(path, 'unreadable')];
  const { size, mtimeMs, ctimeMs, ino } = stat;
  if (size > LARGEST_FILE) return [{ ...refuse(path, 'large'), size }];
  return [{ path, size, stamp: ctimeMs > settled ? '' : `${size}.${mtimeMs}.${ctimeMs}.${ino}` }];
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
