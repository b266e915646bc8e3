import { rmSync } from 'node:fs';
import type { Library } from '../../cms/library/library.ts';
import type { StoredEntry } from '../../cms/library/stored.ts';
import type { Finding } from '../finding.ts';
import { rulesOf } from '../rule.ts';
import { rules as allRules } from '../rules/of-content.ts';
import type { Spot } from '../text/passage.ts';
import { type Checked, toChecked } from './checked.ts';
import { toEntrySubject } from './entry-subject.ts';
import type { Revised } from './judge-change.ts';
import { isJudged, judgeFiles } from './judge-files.ts';
import { judgeWaivers } from './judge-waivers.ts';
import { readJudging } from './judging-files.ts';
import { readCalendar } from './read-calendar.ts';
import { lexiconFaults, readLexicon } from './read-lexicon.ts';
import { toRecordSpots } from './record-spots.ts';
import { runRule } from './run-rule.ts';
import { testCanaries } from './test-canaries.ts';
import { type CheckOptions, withLibrary } from './with-library.ts';

/**
 * Everything the rules have against a whole library.
 * @param canaries folder of the files that prove that the checks work
 * @throws GateError when they do not
 */
export async function checkLibrary(options: CheckOptions, canaries?: string): Promise<Checked> {
  const [canary, checked] = await Promise.allSettled([testCanaries(options.examiners, canaries), judgeLibrary(options)]);
  if (canary.status === 'rejected') {
    // What broken checks said must not be remembered.
    rmSync(`${options.state}/judged.db`, { force: true });
    throw canary.reason;
  }
  if (checked.status === 'rejected') throw checked.reason;
  return checked.value;
}

const judgeLibrary = (options: CheckOptions): Promise<Checked> =>
  withLibrary(options, async (library) => {
    const { source, today } = options;
    const files = [...library.stored.files()].filter(({ path }) => isJudged(path));
    const judging = readJudging(source);
    const findings = await judgeFiles(options, files, readLexicon(judging));
    for (const stored of library.stored.entries()) findings.push(...judgeEntry(stored, library, today, { source, judging }));
    findings.push(...judgeWhole(library, today, { source, judging }));
    findings.push(...(await judgeWaivers(findings, library, today, { source, judging })));
    return toChecked(findings, files.length, judging, today);
  });

/** What the rules on entries have against one. */
export function judgeEntry(stored: StoredEntry, library: Library, today: string, revised: Revised, rules = allRules): Finding[] {
  const subject = toEntrySubject(stored, library, today, revised);
  const subjected = { file: `${stored.folder}/index.md`, sha256: '' };
  return rulesOf('entry', rules).flatMap((rule) => runRule(rule, subject, subjected).map(({ finding }) => finding));
}

/**
 * What the rules on a whole library have against it; waivers are judged last, by `judgeWaivers`.
 * @param about only these files; others are not even opened to tell where in them something stands
 */
export function judgeWhole(
  library: Library,
  today: string,
  { source, judging }: Revised,
  rules = allRules,
  about?: ReadonlySet<string>,
): Finding[] {
  const faults = lexiconFaults(judging);
  const spotIn = toRecordSpots(source);
  const spotOf = (file: string, path: string): Spot =>
    about === undefined || about.has(file) ? spotIn(file, path) : { where: '', written: '', file };
  const { calendar, faults: calendarFaults } = readCalendar(judging);
  const subject = { library, today, spotOf, calendar, calendarFaults, lexiconFaults: faults, waivers: [], badWaivers: [] };
  const hasRecords = about === undefined || [...about].some((file) => !file.startsWith('entries/'));
  const asked = rulesOf('library', rules).filter(
    ({ ofRecords, ofHistory }) => (hasRecords || !ofRecords) && (about === undefined || !ofHistory),
  );
  const found = asked.flatMap((rule) => runRule(rule, subject, { file: '', sha256: '' }));
  return found.map(({ finding }) => finding).filter(({ file }) => about === undefined || about.has(file));
}
