import { Library } from '../../cms/library/library.ts';
import type { Source } from '../../cms/library/source.ts';
import { sync } from '../../cms/library/sync.ts';
import type { Finding } from '../finding.ts';
import { type CheckOptions, judgeEntry, judgeWhole } from './check-library.ts';
import { type Checked, toChecked } from './checked.ts';
import { foldersOf, judgeChange } from './judge-change.ts';
import { isJudged, judgeFiles } from './judge-files.ts';
import { judgeWaivers } from './judge-waivers.ts';
import { readLexicon } from './read-lexicon.ts';
import { readResponsibility } from './read-records.ts';

/**
 * What the rules have against a change: its new bytes by every rule, and how it came from what was there before.
 * Word lists, waivers and baseline are those of the base, so that a change cannot alter its own judge.
 */
export async function checkChange(base: Source, { source: head, state, today, onProgress = () => {} }: CheckOptions): Promise<Checked> {
  const index = `${state}/index.db`;
  await sync(index, head, (done, of) => onProgress('read', done, of));
  const library = Library.open(index, today);
  try {
    const changed = new Set(await pathsChanged(base, head));
    const judging = judgingPaths(library, changed, base);
    const files = [...library.storedFiles()].filter(({ path }) => changed.has(path) && isJudged(path));
    const lexicon = readLexicon(base, judging);
    const onFile = (done: number, of: number) => onProgress('judge', done, of);
    const findings = await judgeFiles(head, files, lexicon, `${state}/judged.db`, onFile);
    const folders = foldersOf(changed);
    findings.push(...folders.flatMap((folder) => judgeFolder(folder, library, today, head)));
    findings.push(...judgeWhole(library, today, head, undefined, changed));
    findings.push(...judgeChange([...changed], library, today, base, head, readResponsibility(base, head, judging)));
    findings.push(...judgeWaivers('part', library, today, head, [...library.storedFiles()]).filter(({ file }) => changed.has(file)));
    return toChecked(findings, files.length, base, judging, today);
  } finally {
    library.close();
  }
}

/**
 * Word lists, waivers and units of the base: what judges a change. They are those of the head and what changed of them, so that the whole base, which
 * may have 100,000 files, need not be listed.
 */
function judgingPaths(library: Library, changed: ReadonlySet<string>, base: Source): { path: string }[] {
  const now = [...library.storedFiles()].map(({ path }) => path);
  const paths = new Set([...now, ...changed].filter((path) => /^(?:lexicon|waivers|units)\//u.test(path)));
  return [...paths].filter((path) => base.readOne(path) !== undefined).map((path) => ({ path }));
}

/** Paths of the content root that differ between two sources. */
async function pathsChanged(base: Source, head: Source): Promise<string[]> {
  const told = head.changes(base.state);
  if (told) return told.map(({ path }) => path);
  const before = new Map([...(await base.files())].map(({ path, stamp }) => [path, stamp]));
  const now = [...(await head.files())];
  const changed = now.filter(({ path, stamp }) => before.get(path) !== stamp).map(({ path }) => path);
  const after = new Set(now.map(({ path }) => path));
  return [...changed, ...[...before.keys()].filter((path) => !after.has(path))];
}

function judgeFolder(folder: string, library: Library, today: string, head: Source): Finding[] {
  const stored = library.stored(folder);
  return stored ? judgeEntry(stored, library, today, head) : [];
}
