import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './exit.ts';

/**
 * @param part of the repository that must be there, for commands that need a bare one
 * @throws UsageError when nothing lies where the repository should
 */
export function requireRepository(repo: string, part = '') {
  if (!existsSync(join(repo, part))) throw new UsageError(`没有仓库 ${repo}。核对 --repo 的路径。`);
}
