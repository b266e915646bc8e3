import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SourceFile } from './source.ts';
import { look, refuse, type Walk, walkBelow } from './walk.ts';

/** Up to so many folders, starting threads costs more than it saves. */
const FEW = 3000;

/** Folders that several threads walk; each takes the next one when it is done with one. */
export interface Share extends Walk {
  folders: string[];
  /** Number of the next folder, which all threads count up. */
  next: Int32Array;
}

/** Every file below a root, in no particular order; undefined when the root does not open. */
export async function walkAll(walk: Walk): Promise<SourceFile[] | undefined> {
  const top = look(walk, '');
  if (!top) return undefined;
  const { files, folders } = top;
  let seen = 0;
  while (seen < folders.length && folders.length - seen <= FEW) {
    const folder = folders[seen++]!;
    const level = look(walk, folder) ?? { files: [refuse(folder, 'closed')], folders: [] };
    files.push(...level.files);
    folders.push(...level.folders);
  }
  if (seen === folders.length) return files;
  const share = { ...walk, folders: folders.slice(seen), next: new Int32Array(new SharedArrayBuffer(4)) };
  const others = Array.from({ length: availableParallelism() - 1 }, () => walkElsewhere(share));
  const own = walkShare(share);
  return files.concat(own, ...(await Promise.all(others)));
}

/** Walks folders of a share until none is left. */
export function walkShare(share: Share): SourceFile[] {
  const found: SourceFile[] = [];
  for (let n = Atomics.add(share.next, 0, 1); n < share.folders.length; n = Atomics.add(share.next, 0, 1))
    for (const file of walkBelow(share, share.folders[n]!)) found.push(file);
  return found;
}

function walkElsewhere(share: Share): Promise<SourceFile[]> {
  const worker = new Worker(new URL('./walk-thread.ts', import.meta.url), { workerData: share });
  return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
}
