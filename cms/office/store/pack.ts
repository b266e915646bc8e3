import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { type Git, outcomeOf } from './git.ts';

/** Objects that lie in a file of their own each. */
export async function looseObjects(repository: string): Promise<number> {
  const folder = join(repository, 'objects');
  const fans = (await readdir(folder)).filter((name) => /^[0-9a-f]{2}$/u.test(name));
  const counts = fans.map(async (fan) => (await readdir(join(folder, fan)).catch(() => [])).length);
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

/**
 * Puts loose objects and small packs together into one pack, whether anything refers to them or not: nothing is ever lost by it. The
 * sizes of packs grow by doubling, so that each object is copied a few times in an office's life. It is safe beside everything else
 * that reads and writes, whenever it dies: Git takes a file away only when what it held is on the disk elsewhere. (`git maintenance`
 * would do the same, but a lock that it leaves when it is killed keeps it from ever doing anything again, without a word.)
 * @throws GitError also when it was stopped
 */
export async function pack(git: Git, stop: AbortSignal): Promise<void> {
  clearLeft(git.repository);
  const child = git.begin([...GENTLY, 'repack', '--geometric=2', '-d', '-n', '-q'], {}, { isGroup: true });
  const ended = outcomeOf(child, 'repack');
  child.stdin.end();
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const onStop = () => stopGroup(child);
  stop.addEventListener('abort', onStop, { once: true });
  if (stop.aborted) onStop();
  await ended.finally(() => stop.removeEventListener('abort', onStop));
}

/** Little memory, one core; large attachments are compressed files already, in which Git would look for likenesses in vain. */
const GENTLY = ['pack.threads=1', 'pack.windowMemory=64m', 'core.bigFileThreshold=1m'].flatMap((setting) => ['-c', setting]);

/** Ends Git and the processes that it has begun. */
function stopGroup(child: ChildProcessWithoutNullStreams): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') child.kill();
  else process.kill(-child.pid, 'SIGTERM');
}

/** Longer than any Git process writes at one file, in milliseconds. */
const DAY = 86_400_000;

/** Takes away what a process that was killed did not finish: a pack without its index is none. What is still written is left alone. */
function clearLeft(repository: string): void {
  const folder = join(repository, 'objects', 'pack');
  const names = new Set(readdirSync(folder));
  for (const name of names) {
    const isUnfinished = /^\.?tmp[-_]/u.test(name) || (/\.(?:pack|rev)$/u.test(name) && !names.has(name.replace(/\.\w+$/u, '.idx')));
    if (!isUnfinished) continue;
    const path = join(folder, name);
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? {};
    if (mtimeMs !== undefined && Date.now() - mtimeMs > DAY) rmSync(path, { force: true });
  }
}
