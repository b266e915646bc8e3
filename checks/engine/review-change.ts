import { readFileSync } from 'node:fs';
import { Library } from '../../cms/library/library.ts';
import { Merged } from '../../cms/library/merged.ts';
import { readEntry, toFolder } from '../../cms/library/read-entry.ts';
import type { Revision } from '../../cms/library/revision.ts';
import { type SourceChange, SourceError } from '../../cms/library/source.ts';
import type { StoredEntry } from '../../cms/library/stored.ts';
import { rehearse, sync } from '../../cms/library/sync.ts';
import type { ResponsibilityRecord } from '../../cms/model/record.ts';
import { readKeys } from '../../cms/office/store/ssh-signature.ts';
import type { Finding } from '../finding.ts';
import { isSensitive } from '../rule.ts';
import type { Acts } from '../subjects/change.ts';
import { readBranchRecords } from './branch-records.ts';
import { judgeContent } from './check-change.ts';
import { type Checked, toChecked } from './checked.ts';
import { findingsBefore, judgeConsequences } from './consequences.ts';
import { type TouchedDuty, toTouchedDuties, touchedBy, unprovenAmong } from './duties-touched.ts';
import type { Examiners } from './examiners.ts';
import { judgeBranch, readBranch } from './judge-branch.ts';
import { digestOf, foldersOf } from './judge-change.ts';
import { isJudged, judgeFiles } from './judge-files.ts';
import { judgeHistory, judgeMessages } from './judge-history.ts';
import { isJudging, type JudgingFiles, readJudging } from './judging-files.ts';
import { peopleIn } from './people-in.ts';
import { readActs } from './read-acts.ts';
import { readLexicon } from './read-lexicon.ts';
import { isMarked } from './read-records.ts';
import { type Signing, signingsIn, signingsOf } from './signing.ts';

/** A branch that asks to be merged. */
export interface BranchToReview {
  repository: string;
  /** What it is to be merged into. Rules, roles, word lists and waivers are as they are there. */
  base: Revision;
  head: Revision;
  /** Commit at which the branch began. */
  since: string;
  /** What it has that the base has not, oldest first. */
  commits: readonly string[];
  /** Its name, which is judged as their messages are. */
  name?: string;
  /** Those of them whose files and messages are to be judged; all when it is left out. */
  fresh?: readonly string[];
  /** File with the office's keys (`allowedSignersFile`); without it nobody knows who signed, and all that is said counts. */
  key?: string;
  /** Milliseconds since 1970, when it is about to become main itself; undefined for what asks to be merged. */
  becomesMain?: number;
}

export interface ReviewOptions {
  /** Folder for the index of the base and what is remembered of earlier reviews. */
  state: string;
  /** YYYY-MM-DD in Asia/Shanghai. */
  today: string;
  /** Closed by whoever made them. */
  examiners: Examiners;
  onProgress?: (stage: 'read' | 'judge', done: number, of: number) => void;
}

export interface ReviewedEntry {
  folder: string;
  /** Empty where something in the entry must not be seen. */
  title: string;
  /** Whether the branch takes it away. */
  isGone: boolean;
  signings: Signing[];
}

/** The judgement on a branch. */
export interface Reviewed {
  checked: Checked;
  entries: ReviewedEntry[];
  duties: TouchedDuty[];
  /** Files that the base has changed as well since the branch began. */
  conflicts: readonly string[];
  /** False when it holds what is no content, so that nothing of it was read. */
  isRead: boolean;
  /** Whether it is known who signed. */
  isVerified: boolean;
}

/**
 * Judges a branch as it would be once merged: its names and kinds of files first, and only when there is nothing against them
 * what its commits hold, each of them, because what was taken away again stays in the history.
 * @throws SourceError when it would leave no content root
 */
export async function reviewChange(branch: BranchToReview, options: ReviewOptions): Promise<Reviewed> {
  const { base, head, key, commits, fresh = commits, name } = branch;
  const { state, today, examiners, onProgress = () => {} } = options;
  const judging = readJudging(base);
  const isVerified = key !== undefined;
  const { records, messages, signed } = readBranchRecords(branch.repository, commits, key);
  const brought = readBranch(branch, fresh, signed);
  const refused = judgeBranch(brought);
  if (refused.length > 0)
    return { checked: await toChecked(refused, 0, judging, today), entries: [], duties: [], conflicts: [], isRead: false, isVerified };

  const source = new Merged(base, head, branch.since);
  if (!source.readOne('portal.yaml')) throw new SourceError('这个分支删去了 portal.yaml，不再是内容库。恢复它再提交。');
  const index = `${state}/index.db`;
  await sync(index, base, (done, of) => onProgress('read', done, of));

  const lexicon = readLexicon(judging);
  const now = new Map(source.changes(base.state)!.map(({ path, stamp }) => [path, stamp]));
  const past = brought.files.filter(({ path, blob }) => isJudged(path) && now.get(path) !== blob);
  const checking = { source, state, today, examiners, onProgress };
  const told = [...messages.filter(({ commit }) => fresh.includes(commit)), ...(name === undefined ? [] : [{ commit: '', text: name }])];
  // Examiners are at work while the other rules are asked here.
  const examined = Promise.all([judgeHistory(checking, past, lexicon), judgeMessages(examiners, told, lexicon)]);
  examined.catch(() => {});
  const isOfMain = branch.becomesMain !== undefined;
  const acts = isOfMain || isMarked(judging) ? await readActs({ ...toPart(branch), isMain: isOfMain, now: branch.becomesMain }) : undefined;
  const merged = await lookAtMerged(source, { judging, records, acts, index, today });
  const onFiles = await judgeFiles(checking, merged.files, lexicon);

  const findings = [...merged.findings, ...onFiles, ...(await examined).flat()];
  const checked = await toChecked(findings, merged.files.length + past.length, judging, today);
  const telling = new Set(checked.findings.filter(({ rule }) => isSensitive(rule)).map(({ file }) => file));
  const entries = merged.entries.map((entry) => (telling.has(`${entry.folder}/index.md`) ? { ...entry, title: '' } : entry));
  return { checked, entries, duties: merged.duties, conflicts: source.conflicts, isRead: true, isVerified };
}

const toPart = ({ repository, base, head, key }: BranchToReview) => ({
  ...{ repository, from: base.state, to: head.state },
  keys: key === undefined ? undefined : readKeys(readFileSync(key, 'utf8')),
});

interface Known {
  /** As the base has them. */
  judging: JudgingFiles;
  records: readonly ResponsibilityRecord[];
  acts: Acts | undefined;
  /** Index of the base. */
  index: string;
  today: string;
}

/** What the library would be, and what the rules on content have against it; its files are judged by others. */
async function lookAtMerged(source: Merged, { judging, records, acts, index, today }: Known) {
  const base = { source: source.base, judging };
  const changes = source.changes(source.base.state)!;
  const paths = changes.map(({ path }) => path);
  const folders = foldersOf(paths);
  const people = peopleIn(judging);
  const before = lookBefore(index, today, (library) => {
    const entries = storedIn(library, folders);
    const numbers = goingNumbers(entries, source, changes);
    return { entries, numbers, findings: findingsBefore({ library, ...base }, numbers, today) };
  });
  return rehearse(index, source, today, async (library) => {
    const after = { source, judging: paths.some(isJudging) ? readJudging(source) : judging };
    const responsibility = { people, records, isSigned: isMarked(judging), ...(acts && { acts }) };
    const findings: Finding[] = await judgeContent({ paths, base, head: after, library, today, responsibility });
    const { numbers } = before;
    findings.push(...judgeConsequences({ library, source, judging }, before.findings, { paths, numbers, today }));
    const entries = storedIn(library, folders);
    const own = source.readNamed(entries.map(({ folder }) => `${folder}/index.md`));
    const kept = entries.map((entry): ReviewedEntry => {
      const { folder, unit, type } = entry;
      const digest = digestOf(own.get(`${folder}/index.md`), library.stored.filesIn(folder));
      const record = records.find((each) => each.entry === folder);
      return {
        folder,
        title: titleOf(entry),
        isGone: false,
        signings: acts ? signingsIn(acts, folder) : signingsOf({ unit, type, digest, record }, people),
      };
    });
    const gone = before.entries
      .filter(({ folder }) => !entries.some((entry) => entry.folder === folder))
      .map((entry): ReviewedEntry => ({ folder: entry.folder, title: titleOf(entry), isGone: true, signings: [] }));
    const touched = touchedBy([...before.entries, ...entries]);
    const unproven = (each: Library) => unprovenAmong(touched, each, today);
    const duties = toTouchedDuties(touched, library, { before: lookBefore(index, today, unproven), after: unproven(library) });
    return {
      findings,
      files: paths.filter(isJudged).flatMap((path) => library.stored.file(path) ?? []),
      entries: [...kept, ...gone],
      duties,
    };
  });
}

/** Index numbers of public entries that others may name and then not find as they were: gone, renumbered, or without one of their files. */
function goingNumbers(entries: readonly StoredEntry[], source: Merged, changes: readonly SourceChange[]): string[] {
  const lost = new Set(foldersOf(changes.flatMap(({ path, stamp }) => (stamp === undefined ? [path] : []))));
  return entries.flatMap(({ folder, number, isPublic }) => {
    if (!isPublic || number === undefined) return [];
    const bytes = source.readOne(`${folder}/index.md`);
    const same = bytes && readEntry(toFolder(folder)!, bytes).entry?.data.index_number === number;
    return same && !lost.has(folder) ? [] : [number];
  });
}

/** What the index of the base says. */
function lookBefore<T>(index: string, today: string, look: (library: Library) => T): T {
  const library = Library.open(index, today);
  try {
    return look(library);
  } finally {
    library.close();
  }
}

const storedIn = (library: Library, folders: readonly string[]): StoredEntry[] =>
  folders.flatMap((folder) => library.stored.entry(folder) ?? []);

const titleOf = ({ data }: StoredEntry): string => (typeof data.title === 'string' ? data.title : '');
