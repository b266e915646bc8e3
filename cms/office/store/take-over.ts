import { MAIN_ACTS, MAIN_TRAILERS } from '../../model/main-act.ts';
import { commitOnMain } from './commit-on-main.ts';
import { OFFICE } from './make-repository.ts';
import { MAIN } from './refs.ts';
import type { Repository } from './repository.ts';

/** Where it is remembered that this repository was taken over. */
export const TAKEN_OVER = 'gongkai.takenOver';

/**
 * Begins the chain of signed commits, once in a repository's life: one commit that changes nothing and says that all that was there
 * before was taken over as it was found. What came before it, its dates among it, is proven by nobody.
 */
export async function takeOver(repository: Repository): Promise<void> {
  const { git, root } = repository;
  if ((await git.line(['config', '--default', '', '--get', TAKEN_OVER])) !== '') return;
  const main = (await repository.main()).id;
  const earlier = await git.line(['log', '-1', '--first-parent', `--grep=^${MAIN_TRAILERS.takeOver}: `, '--format=%H', main]);
  const id = earlier === '' ? await begin(repository, main, await countEntries(repository, `${root}entries/`)) : earlier;
  await git.run(['config', TAKEN_OVER, id]);
}

async function begin(repository: Repository, main: string, entries: number): Promise<string> {
  const trailers = [`${MAIN_TRAILERS.takeOver}: ${JSON.stringify(`存量 ${entries} 条，日期以原来所载为准`)}`];
  return (await commitOnMain(repository, main, { act: MAIN_ACTS.takeOver, trailers, author: OFFICE })).id;
}

async function countEntries({ git }: Repository, folder: string): Promise<number> {
  const names = await git.run(['ls-tree', '-r', '-z', '--name-only', '--full-tree', MAIN, folder]);
  return names
    .toString('latin1')
    .split('\0')
    .filter((name) => name.endsWith('/index.md')).length;
}
