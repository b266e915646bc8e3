import { MAIN_TRAILERS, type MainAct } from '../../cms/model/main-act.ts';
import { INDEX_NUMBER } from '../../cms/model/shapes.ts';
import type { Git } from '../../cms/office/store/git.ts';
import type { NumberKnown } from './numbers.ts';

/**
 * What a commit of main has of the index numbers that later records speak of, as far as the books of numbers do not tell: each tells of
 * every number that was given since it was begun.
 * @param root folder of the content root, with a final `/`; empty for the top
 */
export async function readKnownNumbers(git: Git, commit: string, root: string, records: readonly MainAct[]): Promise<NumberKnown> {
  const known = new Map<string, 'online' | 'used'>();
  const has = (name: string) =>
    git
      .line(['cat-file', '-e', `${commit}:${root}${name}`])
      .then(() => true)
      .catch(() => false);
  for (const { kind, number = '', mergedInto } of records) {
    const asked = kind === 'merge' ? (mergedInto ?? '') : kind === 'publish' ? number : '';
    if (!INDEX_NUMBER.pattern.test(asked) || known.has(asked)) continue;
    if (kind === 'publish' && (await has(`.numbers/${asked.slice(0, 16)}`))) continue;
    const line = `^index_number: ['"]?${asked}['"]?$`;
    const online = await git.find(['grep', '-l', '-E', '-e', line, commit, '--', `${root}entries`]);
    const given = ['log', '-1', '--first-parent', `--grep=^${MAIN_TRAILERS.indexNumber}: ${asked}$`, '--format=%H', commit];
    if (online !== '') known.set(asked, 'online');
    else if ((await git.line(given)) !== '') known.set(asked, 'used');
  }
  return (number) => known.get(number);
}
