import { Git } from '../../cms/office/store/git.ts';
import { refusePushes } from '../../cms/office/store/make-repository.ts';
import { UsageError } from '../exit.ts';

/** Writes all branches, drafts included, with their whole history into one file. @returns the commit of `main` in it */
export async function saveRepository(repository: string, file: string): Promise<string> {
  await new Git(repository).run(['bundle', 'create', '--quiet', file, '--all']);
  return (await headsOf(repository, file)).get('refs/heads/main') ?? '';
}

/** Makes a bare repository of such a file, and compares every ref. @throws UsageError when the two differ */
export async function restoreRepository(file: string, repository: string): Promise<{ commits: number; refs: number }> {
  const git = new Git(repository, { 'fetch.fsckObjects': 'true' });
  await git.run(['init', '--quiet', '--bare', '--initial-branch=main', repository]);
  await git.run(['fetch', '--quiet', '--update-head-ok', file, '+refs/*:refs/*']);
  refusePushes(repository);
  await git.run(['fsck', '--connectivity-only', '--no-dangling', '--no-progress']);
  const wanted = await headsOf(repository, file);
  const lines = await git.line(['for-each-ref', '--format=%(objectname) %(refname)']);
  const found = new Map(lines.split('\n').map((line) => [line.slice(41), line.slice(0, 40)]));
  for (const [ref, commit] of wanted)
    if (ref !== 'HEAD' && found.get(ref) !== commit) throw new UsageError(`备份里的 ${ref} 没有照原样恢复出来，没有恢复。换一份备份。`);
  return { commits: Number(await git.line(['rev-list', '--count', 'main'])), refs: found.size };
}

async function headsOf(repository: string, file: string): Promise<Map<string, string>> {
  const lines = await new Git(repository).line(['bundle', 'list-heads', file]);
  return new Map(lines.split('\n').map((line) => [line.slice(41), line.slice(0, 40)]));
}
