import { compareFindings, type Finding } from '../finding.ts';
import { readBaseline } from './baseline.ts';
import { concealNames } from './conceal-names.ts';
import { excuse } from './excuse.ts';
import type { JudgingFiles } from './judging-files.ts';
import { readAllowing, readWaivers } from './read-waivers.ts';

/** The outcome of a check, in order. */
export interface Checked {
  /** What stands against the content. */
  findings: Finding[];
  /** What a signed waiver allows. */
  waived: Finding[];
  /** What was there before the county took the checks up. */
  known: Finding[];
  /** Files that were judged. */
  files: number;
}

/** Sorts findings, and sets aside what the waivers and the baseline of a content root excuse. */
export async function toChecked(findings: Finding[], files: number, judging: JudgingFiles, today: string): Promise<Checked> {
  const { waivers } = readWaivers(judging);
  const conceal = concealNames(findings);
  const waiving = { today, allowing: readAllowing(judging), waivable: waivers.length > 0 ? await waivableRules() : new Set<string>() };
  const { standing, waived, known } = excuse(findings.sort(compareFindings), waivers, readBaseline(judging), waiving);
  return { findings: standing.map(conceal), waived: waived.map(conceal), known: known.map(conceal), files };
}

/** All rules, which nobody needs who has no waivers, take time to load. */
async function waivableRules(): Promise<Set<string>> {
  const { rules } = await import('../rules/index.ts');
  return new Set(rules.filter(({ waivable }) => waivable).map(({ id }) => id));
}
