import { Library, type StoredEntry } from '../../cms/library/library.ts';
import { Merged } from '../../cms/library/merged.ts';
import type { Revision } from '../../cms/library/revision.ts';
import { SourceError } from '../../cms/library/source.ts';
import { rehearse, sync } from '../../cms/library/sync.ts';
import type { Finding } from '../finding.ts';
import { isSensitive } from '../rule.ts';
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
import { isJudging, readJudging } from './judging-files.ts';
import { peopleIn } from './people-in.ts';
import { readLexicon } from './read-lexicon.ts';
import { isMarked } from './read-records.ts';
import { type Signing, signingsOf } from './signing.ts';

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
  /** Those of them whose files and messages are to be judged; all when it is left out. */
  fresh?: readonly string[];
  /** File with the office's keys (`allowedSignersFile`); without it nobody knows who signed, and all that is said counts. */
  key?: string;
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
  const { base, head, key, commits, fresh = commits } = branch;
  const { state, today, examiners, onProgress = () => {} } = options;
  const judging = readJudging(base);
  const isVerified = key !== undefined;
  const { records, messages, signed } = readBranchRecords(branch.repository, commits, key);
  const brought = readBranch(branch, fresh, signed);
  const refused = judgeBranch(brought);
  if (refused.length > 0)
    return { checked: await toChecked(refused, 0, judging, today), entries: [], duties: [], isRead: false, isVerified };

  const source = new Merged(base, head, branch.since);
  if (!source.readOne('portal.yaml')) throw new SourceError('这个分支删去了 portal.yaml，不再是内容库。恢复它再提交。');
  const paths = source.changes(base.state)!.map(({ path }) => path);
  const index = `${state}/index.db`;
  await sync(index, base, (done, of) => onProgress('read', done, of));

  const lexicon = readLexicon(judging);
  const now = new Map(source.changes(base.state)!.map(({ path, stamp }) => [path, stamp]));
  const past = brought.files.filter(({ path, blob }) => isJudged(path) && now.get(path) !== blob);
  const onPast = judgeHistory({ source, state, today, examiners }, past, lexicon);
  const isFresh = new Set(fresh);
  const onMessages = judgeMessages(
    examiners,
    messages.filter(({ commit }) => isFresh.has(commit)),
    lexicon,
  );
  for (const work of [onPast, onMessages]) work.catch(() => {});

  const people = peopleIn(judging);
  const revised = { source: base, judging };
  const folders = foldersOf(paths);
  const before = lookBefore(index, today, (library) => {
    const entries = storedIn(library, folders);
    const numbers = entries.flatMap(({ isPublic, number }) => (isPublic && number !== undefined ? [number] : []));
    return { entries, numbers, findings: findingsBefore({ library, ...revised }, numbers, today) };
  });

  const seen = await rehearse(index, source, today, async (library) => {
    const after = { source, judging: paths.some(isJudging) ? readJudging(source) : judging };
    const files = paths.filter(isJudged).flatMap((path) => library.storedFile(path) ?? []);
    const onFiles = judgeFiles({ source, state, today, examiners, onProgress }, files, lexicon);
    onFiles.catch(() => {});
    const responsibility = { people, records, isSigned: isMarked(judging) };
    const findings: Finding[] = await judgeContent({ paths, base: revised, head: after, library, today, responsibility });
    const { numbers } = before;
    findings.push(...judgeConsequences({ library, ...after, judging }, before.findings, { paths, numbers, today }));
    const entries = storedIn(library, folders);
    const touched = touchedBy([...before.entries, ...entries]);
    const own = source.readNamed(entries.map(({ folder }) => `${folder}/index.md`));
    const reviewed = entries.map((entry) => {
      const { folder, unit, type } = entry;
      const digest = digestOf(own.get(`${folder}/index.md`), library.filesIn(folder));
      const record = records.find((each) => each.entry === folder);
      return { folder, title: titleOf(entry), isGone: false, signings: signingsOf({ unit, type, digest, record }, people) };
    });
    const unproven = {
      before: lookBefore(index, today, (old) => unprovenAmong(touched, old, today)),
      after: unprovenAmong(touched, library, today),
    };
    const duties = toTouchedDuties(touched, library, unproven);
    return { findings: [...findings, ...(await onFiles)], files: files.length, reviewed, duties };
  });

  const findings = [...seen.findings, ...(await onPast), ...(await onMessages)];
  const kept = new Set(seen.reviewed.map(({ folder }) => folder));
  const gone = before.entries.filter(({ folder }) => !kept.has(folder));
  const entries = [...seen.reviewed, ...gone.map((entry) => ({ folder: entry.folder, title: titleOf(entry), isGone: true, signings: [] }))];
  const checked = await toChecked(findings, seen.files + past.length, judging, today);
  const telling = new Set(checked.findings.filter(({ rule }) => isSensitive(rule)).map(({ file }) => file));
  for (const entry of entries) if (telling.has(`${entry.folder}/index.md`)) entry.title = '';
  return { checked, entries, duties: seen.duties, isRead: true, isVerified };
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

const storedIn = (library: Library, folders: readonly string[]): StoredEntry[] => folders.flatMap((folder) => library.stored(folder) ?? []);

const titleOf = ({ data }: StoredEntry): string => (typeof data.title === 'string' ? data.title : '');
