import type { Library, StoredEntry } from '../../cms/library/library.ts';
import { readEntry, toFolder } from '../../cms/library/read-entry.ts';
import { type Source, SourceError } from '../../cms/library/source.ts';
import { toDigest } from '../../cms/model/record.ts';
import type { Finding } from '../finding.ts';
import { rules as allRules, rulesOf } from '../rules/index.ts';
import type { Change, ChangedEntry } from '../subjects/change.ts';
import { BASELINE, readBaseline } from './baseline.ts';
import { toEntrySubject } from './entry-subject.ts';
import type { Responsibility } from './read-records.ts';
import { toRecordSpots } from './record-spots.ts';
import { runRule } from './run-rule.ts';

/** Folders of the entries that these paths of a content root belong to. */
export const foldersOf = (paths: Iterable<string>): string[] => [
  ...new Set([...paths].flatMap((path) => toFolder(path.slice(0, path.lastIndexOf('/')))?.path ?? [])),
];

/** What the rules on changes have against what differs between two revisions. */
export function judgeChange(
  paths: readonly string[],
  library: Library,
  today: string,
  base: Source,
  head: Source,
  responsibility: Responsibility,
  rules = allRules,
): Finding[] {
  const spotOf = toRecordSpots(head);
  const entries = foldersOf(paths).map((folder): ChangedEntry => {
    const before = storedAt(folder, base);
    const after = library.stored(folder);
    const subject = after && toEntrySubject(after, library, today, head);
    const spot = (path: string) => ({
      ...(subject ? subject.spotOf(path) : spotOf(`${folder}/index.md`, path)),
      file: `${folder}/index.md`,
    });
    return { folder, digest: digestOf(folder, library), ...(before && { before }), ...(after && { after }), spotOf: spot };
  });
  const change = { entries, today, ...responsibility, baseline: baselineOf(base, head) };
  return rulesOf('change', rules).flatMap((rule) => runRule(rule, change, { file: '', sha256: '' }).map(({ finding }) => finding));
}

/** An entry as another revision has it; undefined when it is not there or cannot be read. */
function storedAt(folder: string, source: Source): StoredEntry | undefined {
  const place = toFolder(folder);
  const bytes = source.readOne(`${folder}/index.md`);
  const { entry } = place && bytes ? readEntry(place, bytes) : {};
  if (!entry) return undefined;
  const { data, body, type } = entry;
  const number = data.index_number;
  return { folder, unit: entry.folder.unit, type, number, isPublic: number !== undefined, data, body };
}

/** The bytes of an entry's folder, as they are signed. */
function digestOf(folder: string, library: Library): string {
  const own = library.file(`${folder}/index.md`);
  return toDigest([...(own ? [own] : []), ...library.filesIn(folder)]);
}

function baselineOf(base: Source, head: Source): Change['baseline'] {
  const before = base.readOne(BASELINE) && readBaseline(base);
  return { ...(before && { before }), ...afterIn(head) };
}

function afterIn(head: Source): { after?: ReadonlySet<string> | 'unreadable' } {
  if (!head.readOne(BASELINE)) return {};
  try {
    return { after: readBaseline(head) };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { after: 'unreadable' };
  }
}
