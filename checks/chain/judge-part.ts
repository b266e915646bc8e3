import { MAIN_TRAILERS, type MainAct, readMainAct } from '../../cms/model/main-act.ts';
import { Git } from '../../cms/office/store/git.ts';
import { newestWith } from '../../cms/office/store/key-of-chain.ts';
import { readBefore } from './before.ts';
import { FAULTS, type Fault, type Say } from './faults.ts';
import { Judge } from './judge.ts';
import { Objects } from './objects.ts';
import { readChain } from './read-chain.ts';
import { readVouching } from './vouching.ts';

export interface PartToJudge {
  /** Path of the repository, which has all of its objects; while a push is under way it need not have taken them in yet. */
  repository: string;
  /** Commit of main that is taken for good, and a later one. */
  from: string;
  to: string;
  /** Whether the first parents on the way are commits of main, whatever they say; otherwise they are when one of them says what it does. */
  isMain: boolean;
  /** Public keys of the office, in the form of OpenSSH; undefined when none is known, and all that is said counts. */
  keys: readonly string[] | undefined;
  /** Milliseconds since 1970; infinite when it does not matter whether a commit lies in the future. */
  now: number;
}

export interface JudgedPart {
  faults: Fault[];
  /** What commits say that they do, oldest first. */
  acts: { commit: string; act: MainAct }[];
}

/**
 * Judges commits of main as a verification would, and of what lies before them reads no more than it needs. What is found by the whole
 * alone, such as a forgery before the first of them, stays with the verification.
 * @returns undefined for a branch that is none of main
 */
export async function judgePart({ repository, from, to, isMain, keys, now }: PartToJudge): Promise<JudgedPart | undefined> {
  const git = new Git(repository, {}, quarantine());
  const faults: Fault[] = [];
  const say: Say = (fault, data = {}) => faults.push({ fault, ...data, message: FAULTS[fault](data) });
  const objects = new Objects(git);
  try {
    const chain = await readChain(git, objects, to, say, undefined, from);
    const acts = chain.main.flatMap(({ id, message }) => {
      const act = readMainAct(message);
      return act ? [{ commit: id, act }] : [];
    });
    const before = chain.commits.get(chain.main[0]?.parents[0] ?? '');
    if (!isMain && acts.length === 0) return undefined;
    if (!before && faults.length === 0) say('begun', { commit: to });
    if (!before) return { faults, acts };
    const known = keys && new Set(keys);
    const judge = new Judge(objects, chain, known, await readVouching(chain, known ?? new Set()), now, say);
    const takesOver = acts.some(({ act }) => act.kind === 'takeOver') && !(await newestWith(git, MAIN_TRAILERS.takeOver, before.id));
    if (takesOver && judge.begun === chain.main.length) say('begun', { commit: to });
    else if (takesOver) await judge.run();
    else await judge.goOn(await readBefore(git, chain, before, await judge.rootOf(before.tree)));
    return { faults, acts };
  } finally {
    objects.close();
  }
}

/** Where Git keeps what is pushed until the hook has let it in. */
function quarantine(): Record<string, string> {
  const names = ['GIT_QUARANTINE_PATH', 'GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES'];
  const { GIT_QUARANTINE_PATH: isPushed } = process.env;
  return isPushed === undefined ? {} : Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
