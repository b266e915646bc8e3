import type { Source, SourceFile } from '../../cms/library/source.ts';
import { compareFindings, type Finding } from '../finding.ts';
import { readBaseline } from './baseline.ts';
import { concealNames } from './conceal-names.ts';
import { excuse } from './excuse.ts';
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
export function toChecked(
  findings: Finding[],
  files: number,
  judge: Source,
  judgeFiles: readonly Pick<SourceFile, 'path'>[],
  today: string,
): Checked {
  const { waivers } = readWaivers(judge, judgeFiles);
  const conceal = concealNames(findings);
  const { standing, waived, known } = excuse(
    findings.sort(compareFindings),
    waivers,
    readBaseline(judge),
    today,
    readAllowing(judge, judgeFiles),
  );
  return { findings: standing.map(conceal), waived: waived.map(conceal), known: known.map(conceal), files };
}
