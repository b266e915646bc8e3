import type { Library } from '../../cms/library/library.ts';
import type { Source, SourceFile } from '../../cms/library/source.ts';
import type { Finding } from '../finding.ts';
import { rules } from '../rules/index.ts';
import waiversHold from '../rules/responsibility/waivers-hold/waivers-hold.ts';
import type { WaiverState } from '../subjects/waivers.ts';
import { readWaivers } from './read-waivers.ts';
import { toRecordSpots } from './record-spots.ts';
import { runRule } from './run-rule.ts';

/**
 * What is wrong with the waivers of a content root.
 * @param findings all others, by which it is known which waivers are used; `part` when not everything was checked
 */
export function judgeWaivers(
  findings: readonly Finding[] | 'part',
  library: Library,
  today: string,
  source: Source,
  files: readonly SourceFile[],
): Finding[] {
  const { waivers, bad } = readWaivers(source, files);
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
    lexiconFaults: [],
    waivers: states,
    badWaivers: bad.map(({ file }) => file),
  };
  return runRule(waiversHold, subject, { file: '', sha256: '' }).map(({ finding }) => finding);
}
