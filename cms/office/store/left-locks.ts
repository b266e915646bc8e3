import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { toMinute } from './clock.ts';
import type { OfficeLock } from './office-lock.ts';
import { isAlive } from './process-identity.ts';
import { Refusal } from './refusal.ts';

/** How long a Git process of somebody else may hold a lock before the office gives up starting. In milliseconds. */
const PATIENCE = 2000;

/**
 * Takes away lock files that a Git process of an office that died left behind. Only those are ours that a transaction makes
 * which never ended, and whose process is gone; any other is left for a person to judge.
 * @throws Refusal that names the first lock that is not ours
 */
export async function clearLocks(repository: string, lock: OfficeLock): Promise<void> {
  const begun = lock.begun();
  const deadline = Date.now() + PATIENCE;
  while (begun.some(({ process }) => process !== '' && isAlive(process)) && Date.now() < deadline) await sleep(20);
  const gone = begun.filter(({ process }) => process === '' || !isAlive(process));
  const ours = new Set(gone.flatMap(({ locks }) => locks));
  for (const path of locksIn(repository)) if (ours.has(path)) rmSync(join(repository, path), { force: true });
  let left = locksIn(repository);
  while (left.length > 0 && Date.now() < deadline) {
    await sleep(100);
    left = locksIn(repository);
  }
  const [first] = left;
  if (first === undefined) return lock.end();
  const since = statSync(join(repository, first), { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  throw new Refusal(
    'failed',
    `仓库里有别的 Git 程序留下的锁 ${join(repository, first)}（${toMinute(since / 1000)} 起）。确认没有程序在用这个仓库，删去这个文件，再启动。`,
  );
}

/** Lock files of refs and of the repository's own files, from its top. */
function locksIn(repository: string): string[] {
  const top = readdirSync(repository).filter((name) => name.endsWith('.lock'));
  const refs = readdirSync(join(repository, 'refs'), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && item.name.endsWith('.lock'))
    .map((item) => join(item.parentPath, item.name).slice(repository.length + 1));
  return [...top, ...refs];
}
