import type { Git } from '../../cms/office/store/git.ts';
import { signerOf } from '../../cms/office/store/ssh-signature.ts';
import type { Say } from './faults.ts';
import { AS_IT_LIES, type Found, type Objects } from './objects.ts';
import { type Commit, readCommit } from './read-commit.ts';

/** What main says of itself. */
export interface Chain {
  /** Commits of main, each the first parent of the next, oldest first. */
  main: Commit[];
  /** All commits from which main was reached, by id; of a part of it, those that lead into the part as well. */
  commits: ReadonlyMap<string, Commit>;
  /** Whose key signed a commit, in the form of OpenSSH, by the commit's id; only signatures that are good. */
  signers: ReadonlyMap<string, string>;
}

/** Commits whose signatures are checked at a time; bounds the memory that it takes. */
const BATCH = 5000;

/**
 * Reads everything that leads to a commit. The list that Git gives is taken as a hint only: what counts is what each commit says.
 * @param after commit of main from which on it is read; empty for all
 */
export async function readChain(
  git: Git,
  objects: Objects,
  head: string,
  say: Say,
  onProgress: (done: number, of: number) => void = () => {},
  after = '',
): Promise<Chain> {
  const commits = new Map<string, Commit>();
  const signers = new Map<string, string>();
  const asked = new Set<string>();
  const read = async (ids: readonly string[]) => {
    const fresh = ids.filter((id) => !asked.has(id));
    for (let at = 0; at < fresh.length; at += BATCH) {
      onProgress(asked.size, asked.size + fresh.length - at);
      const checks: Promise<unknown>[] = [];
      await objects.read(fresh.slice(at, at + BATCH), (found, id) => {
        asked.add(id);
        const taken = take(found, id, say);
        if (!taken) return;
        const { commit, signature, payload } = taken;
        commits.set(id, commit);
        if (signature !== undefined) checks.push(signerOf(signature, payload).then((key) => key !== undefined && signers.set(id, key)));
      });
      await Promise.all(checks);
    }
  };
  const range = after === '' ? [head] : [head, `^${after}`];
  const hint = await git.run(['rev-list', ...range], '', AS_IT_LIES).catch(() => Buffer.from(`${head}\n`));
  await read(hint.toString('latin1').split('\n').filter(Boolean));
  const inside = after === '' ? commits : new Set(commits.keys());
  for (let open = left(commits, asked, [head]); open.length > 0; open = after === '' ? left(commits, asked, open) : []) await read(open);
  const main: Commit[] = [];
  for (let commit = commits.get(head); commit && inside.has(commit.id); commit = commits.get(commit.parents[0] ?? '')) main.push(commit);
  return { main: main.reverse(), commits, signers };
}

/** Parents that nobody has asked for yet. */
const left = (commits: ReadonlyMap<string, Commit>, asked: ReadonlySet<string>, before: readonly string[]): string[] => [
  ...new Set([...before, ...[...commits.values()].flatMap(({ parents }) => parents)].filter((id) => !asked.has(id))),
];

function take(found: Found, id: string, say: Say): ReturnType<typeof readCommit> {
  if (found === 'missing' || found === 'altered') {
    say(found, { commit: id });
    return undefined;
  }
  const read = readCommit(found);
  if (!read) say('odd', { commit: id });
  return read;
}
