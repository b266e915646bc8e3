import type { Library } from '../../cms/library/library.ts';
import type { Finding } from '../finding.ts';
import waiversHold from '../rules/responsibility/waivers-hold/waivers-hold.ts';
import type { WaiverState } from '../subjects/waivers.ts';
import type { Revised } from './judge-change.ts';
import { readCalendar } from './read-calendar.ts';
import { readWaivers } from './read-waivers.ts';
import { toRecordSpots } from './record-spots.ts';
import { runRule } from './run-rule.ts';

/**
 * What is wrong with the waivers of a content root.
 * @param findings all others, by which it is known which waivers are used; `part` when not everything was checked
 */
export async function judgeWaivers(
  findings: readonly Finding[] | 'part',
  library: Library,
  today: string,
  { source, judging }: Revised,
): Promise<Finding[]> {
  const { rules } = await import('../rules/index.ts');
  const { waivers, bad } = readWaivers(judging);
  const found = findings === 'part' ? undefined : new Set(findings.map(({ rule, file, fingerprint }) => `${rule} ${file} ${fingerprint}`));
  const states = waivers.map((waiver): WaiverState => {
    const { rule, path, fingerprint } = waiver;
    const isWaivable = rules.find(({ id }) => id === rule)?.waivable;
    return { ...waiver, isUsed: found?.has(`${rule} ${path} ${fingerprint}`) ?? true, isWaivable };
  });
  const subject = {
    library,
    today,
    spotOf: toRecordSpots(source),
    calendar: readCalendar(judging).calendar,
    calendarFaults: [],
    lexiconFaults: [],
    waivers: states,
    badWaivers: bad.map(({ file }) => file),
  };
  return runRule(waiversHold, subject, { file: '', sha256: '' }).map(({ finding }) => finding);
}
