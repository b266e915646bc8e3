import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { differencesOf, KnownFiles } from './known-files.ts';
import type { Differences } from './source.ts';
import { look, refuse, toListed, type Walk, walkBelow } from './walk.ts';

/** Up to so many files, starting threads costs more than it saves. */
const FEW = 3000;

/** Folders that several threads walk; each takes the next one when it is done with one. */
export interface Share extends Walk {
  folders: string[];
  /** Number of the next folder, which all threads count up. */
  next: Int32Array;
  /** Index with which the files are compared; without one, all are new. */
  index: string | undefined;
}

/**
 * What differs below a root from what an index knows, in no particular order; undefined when the root does not open. Whoever walks a
 * folder compares its files, so that most are forgotten at once. Without an index, every file differs.
 */
export async function walkAll(walk: Walk, index?: string): Promise<Differences | undefined> {
  const top = look(walk, '');
  if (!top) return undefined;
  const { files } = top;
  const folders: string[] = [];
  for (const folder of top.folders) {
    const level = look(walk, folder) ?? { files: [refuse(folder, 'closed')], folders: [] };
    files.push(...level.files);
    folders.push(...level.folders);
  }
  const share: Share = { ...walk, folders, next: new Int32Array(new SharedArrayBuffer(4)), index };
  const all = differencesOf(files, knownBeside(folders, index));
  add(all, walkShare(share, FEW));
  if (Atomics.load(share.next, 0) < folders.length) {
    const others = Array.from({ length: availableParallelism() - 1 }, () => walkElsewhere(share));
    add(all, walkShare(share));
    for (const part of await Promise.all(others)) add(all, part);
  }
  return all;
}

/** Walks folders of a share until none is left, or so many files were seen. */
export function walkShare({ folders, next, index, ...walk }: Share, most = Number.POSITIVE_INFINITY): Differences {
  const all: Differences = { changed: [], gone: [] };
  const known = index === undefined ? undefined : new KnownFiles(index);
  for (let seen = 0; seen < most; ) {
    const folder = folders[Atomics.add(next, 0, 1)];
    if (folder === undefined) break;
    const before = known?.in(folder) ?? new Map();
    const files = walkBelow(walk, folder, toListed(before));
    seen += files.length;
    add(all, differencesOf(files, before));
  }
  known?.close();
  return all;
}

function knownBeside(folders: readonly string[], index: string | undefined): Map<string, string> {
  const known = index === undefined ? undefined : new KnownFiles(index);
  const beside = known?.beside(folders) ?? new Map<string, string>();
  known?.close();
  return beside;
}

function add(all: Differences, { changed, gone }: Differences) {
  for (const file of changed) all.changed.push(file);
  for (const path of gone) all.gone.push(path);
}

function walkElsewhere(share: Share): Promise<Differences> {
  const worker = new Worker(new URL('./walk-thread.ts', import.meta.url), { workerData: share });
  return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
}
