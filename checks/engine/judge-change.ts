import type { Library, StoredEntry } from '../../cms/library/library.ts';
import { readEntry, toFolder } from '../../cms/library/read-entry.ts';
import type { Source } from '../../cms/library/source.ts';
import type { Finding } from '../finding.ts';
import { rules as allRules, rulesOf } from '../rules/index.ts';
import type { ChangedEntry } from '../subjects/change.ts';
import { toEntrySubject } from './entry-subject.ts';
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
    return { folder, ...(before && { before }), ...(after && { after }), spotOf: spot };
  });
  return rulesOf('change', rules).flatMap((rule) =>
    runRule(rule, { entries, today }, { file: '', sha256: '' }).map(({ finding }) => finding),
  );
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
