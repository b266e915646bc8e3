import { execFileSync, spawn } from 'node:child_process';
import { toText } from '../../../../cms/form/entry-text.ts';
import { type Accepted, ID_NUMBER, LIST } from './work.ts';

/**
 * Reads the repository and tells what is not as the office said: a save that is not in its entry's history, or not as it was sent,
 * or not by its author, or not on top of what its editor began with; commits that nobody knows of, which includes an entry that is
 * not at its last save; traces of what was refused.
 */
export async function verifyWork(repository: string, accepted: readonly Accepted[]): Promise<string[]> {
  const git = (args: readonly string[], input = '') =>
    execFileSync('git', ['-C', repository, ...args], { input, maxBuffer: 2 ** 31 - 1, stdio: ['pipe', 'pipe', 'pipe'] });
  const wrong: string[] = [];
  for (const [folder, saves] of Map.groupBy(accepted, (save) => save.folder)) {
    const ref = `refs/heads/drafts/${folder.slice('entries/'.length)}`;
    const history = git(['log', '--first-parent', '--reverse', '--format=%H %P %ae', ref, '^main']).toString().trim();
    wrong.push(...compareHistory(folder, saves, history.split('\n')));
  }
  const files = accepted.flatMap(({ version, folder, values, list }) => [
    { name: `${version}:${folder}/index.md`, text: toText('news', values) },
    { name: `${version}:${folder}/${LIST}`, text: list },
  ]);
  const names = files.map(({ name }) => `${name}\n`).join('');
  const stored = toBlobs(git(['cat-file', '--batch'], names));
  for (const [at, { name, text }] of files.entries()) if (stored[at] !== text) wrong.push(`${name} 不是保存的内容`);
  git(['fsck', '--connectivity-only', '--no-dangling']);
  if (await holds(repository, ID_NUMBER)) wrong.push('仓库里有没有保存成的身份证号');
  return wrong;
}

/** @param history commit, parent and author's address, the oldest first */
function compareHistory(folder: string, saves: readonly Accepted[], history: readonly string[]): string[] {
  const wrong: string[] = [];
  const left = new Map(saves.map((save) => [save.version, save]));
  for (const [at, line] of history.entries()) {
    const [commit = '', parent = '', mail = ''] = line.split(' ');
    const save = left.get(commit);
    left.delete(commit);
    if (!save) {
      wrong.push(`${folder} 有一次没有答复过的保存 ${commit}`);
      continue;
    }
    if (save.before !== (at > 0 ? parent : '')) wrong.push(`${folder} ${commit} 盖掉了 ${save.by} 没有看过的 ${parent}`);
    if (mail.split('@')[0] !== save.by) wrong.push(`${folder} ${commit} 的作者是 ${mail}，应当是 ${save.by}`);
  }
  return [...wrong, ...[...left.values()].map(({ version, by }) => `${folder} 丢了 ${by} 的保存 ${version}`)];
}

/** The texts that `git cat-file --batch` gave; undefined for what is not there. */
function toBlobs(output: Buffer): (string | undefined)[] {
  const blobs: (string | undefined)[] = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    const size = / blob (\d+)$/u.exec(output.toString('utf8', at, end))?.[1];
    at = end + 1;
    blobs.push(size === undefined ? undefined : output.toString('utf8', at, at + Number(size)));
    if (size !== undefined) at += Number(size) + 1;
  }
  return blobs;
}

/** Whether any object of a repository, reachable or not, holds these words. */
async function holds(repository: string, words: string): Promise<boolean> {
  const child = spawn('git', ['-C', repository, 'cat-file', '--batch-all-objects', '--batch', '--unordered', '--buffer'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let found = false;
  let before = Buffer.alloc(0);
  for await (const chunk of child.stdout) {
    const bytes = Buffer.concat([before, chunk]);
    found ||= bytes.includes(words);
    before = bytes.subarray(-words.length);
  }
  return found;
}
