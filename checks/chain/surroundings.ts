import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SourceError } from '../../cms/library/source.ts';
import type { Git } from '../../cms/office/store/git.ts';
import type { FaultName } from './faults.ts';

/** The folder of a repository's objects and refs, whether it is bare or not. @throws SourceError */
export function folderOf(repository: string): string {
  const folder = [repository, join(repository, '.git')].find((path) => existsSync(join(path, 'objects')) && existsSync(join(path, 'HEAD')));
  if (folder === undefined) throw new SourceError(`${repository} 不是 Git 仓库。核对 --repo 的路径。`);
  return folder;
}

/** Whatever in a repository makes Git show something else than what lies there. None of it is followed; each is told. */
export async function judgeSurroundings(git: Git): Promise<FaultName[]> {
  const at = (...parts: string[]) => join(git.repository, ...parts);
  const has = (path: string) => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
  const replaced = await git.line(['for-each-ref', '--count=1', 'refs/replace/']);
  const promised = existsSync(at('config')) && /^[^\S\n]*(?:promisor|partialclone)\s*=/imu.test(readFileSync(at('config'), 'utf8'));
  return [
    ...(replaced === '' ? [] : ['replaced' as const]),
    ...(has(at('info', 'grafts')) ? ['grafted' as const] : []),
    ...(has(at('shallow')) ? ['shallow' as const] : []),
    ...(has(at('objects', 'info', 'alternates')) ? ['borrowed' as const] : []),
    ...(promised ? ['partial' as const] : []),
  ];
}
