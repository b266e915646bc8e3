import type { Library } from '../../cms/library/library.ts';
import type { StoredEntry } from '../../cms/library/stored.ts';
import type { Finding } from '../finding.ts';
import { judgeEntry, judgeWhole } from './check-library.ts';
import type { Revised } from './judge-change.ts';

/** A content root and the index of it. */
interface Known extends Revised {
  library: Library;
}

/** What the rules have against a library, and against entries of it, before it changes. */
export type Before = ReadonlySet<string>;

/** @param numbers index numbers that are to go, and entries that name them are asked about */
export function findingsBefore({ library, ...revised }: Known, numbers: readonly string[], today: string): Before {
  const findings = [...judgeWhole(library, today, revised), ...judgeNaming(library, numbers, today, revised)];
  return new Set(findings.map(toKey));
}

/**
 * What a change brings about in files that it leaves alone: a duty that lost its proof, a link that leads nowhere. Taking an entry
 * away is never blocked by it, because what has leaked must come off the net at once; a record that others no longer fit is.
 */
export function judgeConsequences(
  { library, ...revised }: Known,
  before: Before,
  { paths, numbers, today }: { paths: readonly string[]; numbers: readonly string[]; today: string },
): Finding[] {
  const changed = new Set(paths);
  const isRecords = paths.some((path) => !path.startsWith('entries/'));
  const findings = [...judgeWhole(library, today, revised), ...judgeNaming(library, numbers, today, revised)];
  return findings
    .filter((finding) => !changed.has(finding.file) && !before.has(toKey(finding)))
    .map((finding) => ({
      ...finding,
      severity: isRecords && finding.rule === FITS ? finding.severity : 'warn',
      message: `${finding.message}（由这次改动引起）`,
    }));
}

/** The rule on what the model and the records ask of every file. */
const FITS = 'document/fits-model';

/** What the rules on entries have against those that name one of these index numbers. */
function judgeNaming(library: Library, numbers: readonly string[], today: string, revised: Revised): Finding[] {
  const naming = new Map<string, StoredEntry>();
  for (const number of numbers.slice(0, MOST)) for (const entry of library.stored.naming(number)) naming.set(entry.folder, entry);
  return [...naming.values()].flatMap((entry) => judgeEntry(entry, library, today, revised));
}

/** Each is looked for in every text. */
const MOST = 50;

const toKey = ({ rule, file, fingerprint }: Finding) => `${rule} ${file} ${fingerprint}`;
