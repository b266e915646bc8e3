import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../exit.ts';
import { type Manifest, verifyManifest } from './manifest.ts';
import { restoreRelease } from './release.ts';
import { restoreRepository } from './repository.ts';
import { restoreState } from './state.ts';

export interface Restored {
  manifest: Manifest;
  /** Where each part lies now. */
  repository: string;
  state: string;
  out: string;
  commits: number;
  refs: number;
  accounts: number;
  /** Lines of the audit log, and what is wrong with it. */
  lines: number;
  wrong: string[];
}

/**
 * Restores a backup into a folder that is empty or not there yet, and compares everything with what was saved. The folder is filled
 * all at once: whatever stops it, there is either the whole or nothing.
 * @throws UsageError when the backup or the folder cannot be used
 */
export async function restoreInto(backup: string, to: string): Promise<Restored> {
  if (existsSync(to) && readdirSync(to).length > 0) throw new UsageError(`${to} 里已经有东西，没有恢复。换一个空的文件夹。`);
  const manifest = await verifyManifest(backup);
  const making = `${to}.making-${process.pid}`;
  mkdirSync(dirname(making), { recursive: true });
  mkdirSync(making, { mode: 0o700 });
  try {
    const { commits, refs } = await restoreRepository(join(backup, 'repository.bundle'), join(making, 'portal.git'));
    const { accounts, lines, wrong } = restoreState(join(backup, 'office'), join(making, 'office'));
    if (manifest.release !== '') restoreRelease(join(backup, 'site'), join(making, 'site'), manifest.release);
    rmSync(to, { recursive: true, force: true });
    renameSync(making, to);
    const [repository, state, out] = ['portal.git', 'office', 'site'].map((name) => join(to, name)) as [string, string, string];
    return { manifest, repository, state, out, commits, refs, accounts, lines, wrong };
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw error;
  }
}
