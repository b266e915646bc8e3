import type { Library } from '../../cms/library/library.ts';
import type { Source } from '../../cms/library/source.ts';
import type { Finding } from '../finding.ts';
import { judgeEntry, judgeWhole } from './check-library.ts';
import { type Checked, toChecked } from './checked.ts';
import { type ChangeToJudge, foldersOf, judgeChange, type Revised } from './judge-change.ts';
import { isJudged, judgeFiles } from './judge-files.ts';
import { judgeWaivers } from './judge-waivers.ts';
import { isJudging, readJudging } from './judging-files.ts';
import { readLexicon } from './read-lexicon.ts';
import { readResponsibility } from './read-records.ts';
import { type CheckOptions, withLibrary } from './with-library.ts';

/**
 * What the rules have against a change: its new bytes by every rule, and how it came from what was there before.
 * Word lists, waivers and baseline are those of the base, so that a change cannot alter its own judge.
 */
export const checkChange = (base: Source, options: CheckOptions): Promise<Checked> =>
  withLibrary(options, async (library) => {
    const { source, today } = options;
    const paths = await pathsChanged(base, source);
    const judging = readJudging(base);
    const head = { source, judging: paths.some(isJudging) ? readJudging(source) : judging };
    const files = paths.filter(isJudged).flatMap((path) => library.stored.file(path) ?? []);
    // Examiners are at work while the other rules are asked here.
    const onFiles = judgeFiles(options, files, readLexicon(judging));
    onFiles.catch(() => {});
    const responsibility = await readResponsibility(base, source, judging);
    const findings = await judgeContent({ paths, base: { source: base, judging }, head, library, today, responsibility });
    return toChecked([...(await onFiles), ...findings], files.length, judging, today);
  });

/** What the rules on entries, on libraries, on changes and on waivers have against what differs between two revisions. */
export async function judgeContent(change: ChangeToJudge): Promise<Finding[]> {
  const { paths, base, head, library, today } = change;
  const changed = new Set(paths);
  const revised = { source: head.source, judging: base.judging };
  const findings = foldersOf(paths).flatMap((folder) => judgeFolder(folder, library, today, revised));
  findings.push(...judgeWhole(library, today, head, undefined, changed), ...judgeChange(change));
  if (paths.some(isJudging)) {
    const onWaivers = await judgeWaivers('part', library, today, head);
    findings.push(...onWaivers.filter(({ file }) => changed.has(file)));
  }
  return findings;
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

function judgeFolder(folder: string, library: Library, today: string, head: Revised): Finding[] {
  const stored = library.stored.entry(folder);
  return stored ? judgeEntry(stored, library, today, head) : [];
}
