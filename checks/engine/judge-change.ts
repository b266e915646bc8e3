import { createHash } from 'node:crypto';
import type { Library } from '../../cms/library/library.ts';
import { readEntry, toFolder } from '../../cms/library/read-entry.ts';
import { type Source, SourceError } from '../../cms/library/source.ts';
import type { StoredEntry } from '../../cms/library/stored.ts';
import { toDigest, toSigned } from '../../cms/model/record.ts';
import type { Finding } from '../finding.ts';
import { rulesOf } from '../rule.ts';
import { rules as allRules } from '../rules/of-content.ts';
import type { Change, ChangedEntry } from '../subjects/change.ts';
import { readBaseline } from './baseline.ts';
import { toEntrySubject } from './entry-subject.ts';
import { firstDayOf } from './first-day.ts';
import { BASELINE, type JudgingFiles } from './judging-files.ts';
import type { Responsibility } from './read-records.ts';
import { toRecordSpots } from './record-spots.ts';
import { redirectsOf } from './redirects.ts';
import { runRule } from './run-rule.ts';

/** Folders of the entries that these paths of a content root belong to. */
export const foldersOf = (paths: Iterable<string>): string[] => [
  ...new Set([...paths].flatMap((path) => toFolder(path.slice(0, path.lastIndexOf('/')))?.path ?? [])),
];

/** What a change is judged by beside its own bytes. */
export interface ChangeToJudge {
  /** Paths that differ. */
  paths: readonly string[];
  base: Revised;
  head: Revised;
  /** Index of the head. */
  library: Library;
  /** YYYY-MM-DD in Asia/Shanghai. */
  today: string;
  responsibility: Responsibility;
}

/** One side of a change. */
export interface Revised {
  source: Source;
  judging: JudgingFiles;
}

/** What the rules on changes have against what differs between two revisions. */
export function judgeChange({ paths, base, head, library, today, responsibility }: ChangeToJudge, rules = allRules): Finding[] {
  const spotOf = toRecordSpots(head.source);
  const folders = foldersOf(paths);
  const own = folders.map(ownFile);
  const [texts, now] = [base.source.readNamed(own), head.source.readNamed(own)];
  const entries = folders.map((folder): ChangedEntry => {
    const before = toStored(folder, texts.get(ownFile(folder)));
    const after = library.stored.entry(folder);
    const subject = after && toEntrySubject(after, library, today, head);
    const spot = (path: string) => ({
      ...(subject ? subject.spotOf(path) : spotOf(`${folder}/index.md`, path)),
      file: `${folder}/index.md`,
    });
    return {
      folder,
      digest: digestOf(now.get(ownFile(folder)), library.stored.filesIn(folder)),
      ...(before && { before }),
      ...(after && { after }),
      spotOf: spot,
    };
  });
  const change = {
    entries,
    since: firstDayOf(base.source, head.source, today),
    redirects: redirectsIn(paths, base.source, head.source),
    ...responsibility,
    baseline: baselineOf(base.judging, head.judging),
  };
  return rulesOf('change', rules).flatMap((rule) => runRule(rule, change, { file: '', sha256: '' }).map(({ finding }) => finding));
}

/** Old addresses before and after; where their file did not change it is read once. */
function redirectsIn(paths: readonly string[], base: Source, head: Source): Change['redirects'] {
  const after = redirectsOf(head);
  return { before: paths.includes('redirects.yaml') ? redirectsOf(base) : after, after };
}

/** An entry as its bytes have it; undefined when it is not there or cannot be read. */
function toStored(folder: string, bytes: Uint8Array | undefined): StoredEntry | undefined {
  const place = toFolder(folder);
  const { entry } = place && bytes ? readEntry(place, bytes) : {};
  if (!entry) return undefined;
  const { data, body, type } = entry;
  const number = data.index_number;
  return { folder, unit: entry.folder.unit, type, number, isPublic: number !== undefined, data, body };
}

const ownFile = (folder: string) => `${folder}/index.md`;

/** The bytes of an entry's folder, as they are signed. */
export function digestOf(own: Uint8Array | undefined, files: readonly { name: string; sha256: string }[]): string {
  const sha256 = own && createHash('sha256').update(toSigned(own)).digest('hex');
  return toDigest([...(sha256 === undefined ? [] : [{ name: 'index.md', sha256 }]), ...files]);
}

function baselineOf(base: JudgingFiles, head: JudgingFiles): Change['baseline'] {
  const before = base.has(BASELINE) ? readBaseline(base) : undefined;
  return { ...(before && { before }), ...afterIn(head) };
}

function afterIn(head: JudgingFiles): { after?: ReadonlySet<string> | 'unreadable' } {
  if (!head.has(BASELINE)) return {};
  try {
    return { after: readBaseline(head) };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { after: 'unreadable' };
  }
}
