import { SourceError } from '../../cms/library/source.ts';
import { readMainAct } from '../../cms/model/main-act.ts';
import { rewrittenFrom } from '../../cms/model/purged.ts';
import { toMinute } from '../../cms/office/store/clock.ts';
import { Git } from '../../cms/office/store/git.ts';
import { fingerprintOf, readKeys } from '../../cms/office/store/ssh-signature.ts';
import type { Emergency } from './emergencies.ts';
import { FAULTS, type Fault, type Say, short } from './faults.ts';
import { Judge } from './judge.ts';
import { Objects } from './objects.ts';
import { type Chain, readChain } from './read-chain.ts';
import { folderOf, judgeSurroundings } from './surroundings.ts';
import { readVouching } from './vouching.ts';

export interface ChainOptions {
  /** Path of the repository. */
  repository: string;
  /** What the office's public key is, as files name it; any one of the keys that it has had will do. */
  keys: readonly string[];
  /** Milliseconds since 1970. */
  now: number;
  /** Ids of commits that were printed as the chain's head before, or beginnings of at least twelve digits. */
  heads?: readonly string[];
  onProgress?(done: number, of: number): void;
}

/** What became of a verification. */
export interface ChainReport {
  /** Commit that main is at, and its time, YYYY-MM-DD HH:MM in Asia/Shanghai. */
  head: string;
  at: string;
  /** Commits of main, oldest first. */
  main: readonly string[];
  /** All commits that were read. */
  commits: number;
  /** Commits of main by what they do. */
  acts: Record<string, number>;
  /** How the chain begins, with how many entries, of which some carry a date that a former site claims; undefined when it does not. */
  takenOver: { commit: string; at: string; entries: number; claimed: number; before: number } | undefined;
  /** Fingerprints of the keys that signed, in their order. */
  keys: string[];
  /** What was published in an emergency, oldest first. A review that is late or still owed is told, and is no fault: nothing is forged by it. */
  emergencies: Emergency[];
  /** What is so, and worth knowing, but no fault: heads that were found, clocks that were set right, keys that were changed. */
  notes: string[];
  faults: Fault[];
}

/**
 * Judges everything that led to what main holds: signatures, order, times, who answers for what. Nothing but the repository and the
 * key is asked; no settings of this machine, and none of the repository's own.
 * @throws SourceError when there is no repository
 */
export async function verifyChain({ repository, keys, now, heads = [], onProgress = () => {} }: ChainOptions): Promise<ChainReport> {
  const git = new Git(folderOf(repository));
  await git.line(['version']).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new SourceError('这台机器上没有 git。装好 git 再核对。') : error;
  });
  const faults: Fault[] = [];
  const say: Say = (fault, data = {}) => faults.push({ fault, ...data, message: FAULTS[fault](data) });
  for (const fault of await judgeSurroundings(git)) say(fault);
  const head = await git.line(['rev-parse', '--verify', '--end-of-options', 'refs/heads/main']).catch(() => '');
  if (head === '') throw new SourceError(`${repository} 里没有 main，不是内容库。核对 --repo 的路径。`);
  const objects = new Objects(git);
  const chain = await readChain(git, objects, head, say, (done, of) => onProgress(done, of * 2));
  const known = new Set(keys.flatMap(readKeys));
  const judge = new Judge(objects, chain, known, await readVouching(chain, known), now, say);
  await judge.run((done, of) => onProgress(of + done, of * 2)).finally(() => objects.close());
  const main = chain.main.map(({ id }) => id);
  const found: string[] = [];
  for (const wanted of heads) {
    const place = main.findIndex((id) => id.startsWith(wanted));
    const renamed = place < 0 ? nameNow(chain.main, wanted) : undefined;
    if (place >= 0)
      found.push(`抄下的链头 ${wanted} 在今天的链条里，是第 ${place + 1} 次提交，${toMinute(chain.main[place]!.committer.at)}。`);
    else if (renamed !== undefined) found.push(`抄下的链头 ${wanted} 在清除内容时改写过，现在是 ${short(renamed)}。`);
    else say('gone', { wanted });
  }
  const acts: Record<string, number> = {};
  for (const commit of chain.main.slice(judge.begun)) {
    const { kind } = readMainAct(commit.message) ?? { kind: 'unrecorded' };
    acts[kind] = (acts[kind] ?? 0) + 1;
  }
  const last = chain.main.at(-1);
  return {
    head,
    at: last ? toMinute(last.committer.at) : '',
    main,
    commits: chain.commits.size,
    acts,
    takenOver: judge.takenOver,
    keys: judge.keys.map(fingerprintOf),
    emergencies: judge.emergencies,
    notes: [...found, ...judge.notes],
    faults,
  };
}

/** What a commit is called now that was called so before a purge, or whose name began so. */
const nameNow = (main: Chain['main'], wanted: string): string | undefined =>
  main.find(({ message }) => rewrittenFrom(message).some((before) => before.startsWith(wanted)))?.id;
