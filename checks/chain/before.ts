import { toFolder } from '../../cms/library/read-entry.ts';
import type { OwedReview } from '../../cms/model/emergency.ts';
import { MAIN_TRAILERS, type MainAct, readMainAct } from '../../cms/model/main-act.ts';
import type { Git } from '../../cms/office/store/git.ts';
import { newestWith } from '../../cms/office/store/key-of-chain.ts';
import { owedReview } from '../../cms/office/workflow/owed-review.ts';
import { readKnownNumbers } from './known-numbers.ts';
import { toSeconds } from './moments.ts';
import type { NumberKnown } from './numbers.ts';
import { placeOf } from './purges.ts';
import type { Chain } from './read-chain.ts';
import type { Commit } from './read-commit.ts';

/** What is to be known of main up to a commit, to judge those that follow it. */
export interface Before {
  /** The commit. */
  commit: Commit;
  /** Trees with the second from which people had the roles that they name, oldest first; as far back as sign-offs reach. */
  states: readonly { since: number; tree: string }[];
  /** Commits of main up to it, as far as drafts name them. */
  earlier: ReadonlySet<string>;
  /** Heads of drafts that were begun on an entry which main had otherwise at the commit. */
  stale: ReadonlySet<string>;
  /** What was owed for entries that were published in an emergency. */
  owed: ReadonlyMap<string, OwedReview>;
  known: NumberKnown;
  /** Key with which the office signs what follows; undefined when nobody has signed the commit. */
  key: string | undefined;
  /** Backup key, where a commit says that the office's was lost. */
  backup: string | undefined;
}

/** Reads it, and of main's history no more than what the commits that follow speak of. @param root folder of the content root, with a final `/`; empty for the top */
export async function readBefore(git: Git, chain: Chain, commit: Commit, root: string): Promise<Before> {
  const { main, signers } = chain;
  const records = main.flatMap(({ message }) => readMainAct(message) ?? []);
  const asked = new Set(records.filter(asksWhatIsOwed).map(({ entry = '' }) => entry));
  const owed = new Map<string, OwedReview>();
  for (const entry of asked) {
    const found = toFolder(entry) && (await owedReview(git, entry, commit.id));
    if (found) owed.set(placeOf(entry), found);
  }
  const backup = records.some(({ keyLost }) => keyLost !== undefined)
    ? await newestWith(git, MAIN_TRAILERS.backupKey, commit.id)
    : undefined;
  return {
    ...{ commit, owed },
    known: await readKnownNumbers(git, commit.id, root, records),
    earlier: await readEarlier(git, chain, commit.id),
    stale: await readStale(git, chain, commit.id, root),
    states: await readStates(git, chain, commit, root, records),
    key: readMainAct(commit.message)?.newKey ?? signers.get(commit.id),
    backup: backup?.record.backupKey,
  };
}

/** Whether it depends on what is owed who may do it. */
const asksWhatIsOwed = ({ kind, signOffs = [] }: MainAct): boolean =>
  kind === 'confirm' || (kind !== 'publish' && signOffs.some(({ role }) => role !== 'approval' && role !== 'office'));

/** Of all commits on which drafts were begun, or to which they were taken over, those that led to main. */
async function readEarlier(git: Git, { commits }: Chain, id: string): Promise<Set<string>> {
  const named = [...commits.values()].flatMap(({ act }) => (act ? [act.parent, ...(act.onto === undefined ? [] : [act.onto])] : []));
  const bases = new Set([id, ...named.filter((each) => commits.get(each)?.act === undefined)]);
  const elsewhere = await git.line(['rev-list', '--ignore-missing', '--stdin'], `${[...bases].join('\n')}\n^${id}\n`);
  for (const each of elsewhere.split('\n')) bases.delete(each);
  return bases;
}

/** Of all drafts that publications took in, those before which main had the entry otherwise than at a commit. */
async function readStale(git: Git, { main, commits }: Chain, id: string, root: string): Promise<Set<string>> {
  const drafts = main.flatMap(({ parents: [, head = ''] }) => {
    let at = commits.get(head);
    let begun: string | undefined;
    const entry = at?.act?.entry;
    for (; at?.act; at = commits.get(at.act.parent)) begun ??= at.act.onto;
    begun ??= at?.id;
    return entry === undefined || begun === undefined || !toFolder(entry)
      ? []
      : [{ head, names: [`${begun}:${root}${entry}`, `${id}:${root}${entry}`] }];
  });
  if (drafts.length === 0) return new Set();
  const asked = drafts.flatMap(({ names }) => names.map((name) => `${name}\n`)).join('');
  const told = (await git.line(['cat-file', '--batch-check=%(objectname)'], asked)).split('\n');
  const idOf = (line = '') => (/^[0-9a-f]{40}$/u.test(line) ? line : '');
  return new Set(drafts.flatMap(({ head }, nth) => (idOf(told[nth * 2]) === idOf(told[nth * 2 + 1]) ? [] : [head])));
}

async function readStates(
  git: Git,
  { commits }: Chain,
  { id, tree, committer }: Commit,
  root: string,
  records: readonly MainAct[],
): Promise<Before['states']> {
  const signed = records.flatMap(({ signOffs = [] }) => signOffs.map(({ at }) => toSeconds(at))).filter(Number.isFinite);
  const times = [...signed, ...[...commits.values()].flatMap(({ act }) => act?.at ?? [])];
  const earliest = Math.max(0, Math.min(committer.at, ...times) - 60);
  const range = ['--first-parent', `--max-age=${earliest}`, '--format=%H %ct %T', id, '--', `${root}units`];
  const lines = (await git.line(['log', ...range])).split('\n').filter(Boolean);
  const changed = lines.map((line) => line.split(' ')).reverse();
  const [oldest] = changed;
  if (!oldest) return [{ since: 0, tree }];
  const former = await git.find(['rev-parse', '--verify', '--quiet', `${oldest[0]}^1^{tree}`]);
  const states = changed.map(([, at, of = '']) => ({ since: Number(at), tree: of }));
  return former === '' ? states : [{ since: 0, tree: former }, ...states];
}
