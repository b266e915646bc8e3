import { runRule } from '../engine/run-rule.ts';
import { compareFindings, type Finding } from '../finding.ts';
import { rulesOf } from '../rule.ts';
import { rules } from '../rules/of-pages.ts';
import type { Visit } from '../subjects/visit.ts';

/** What the rules on visits have against these. */
export const judgeVisits = (visits: readonly Visit[]): Finding[] =>
  visits
    .flatMap((visit) => rulesOf('visit', rules).flatMap((rule) => runRule(rule, visit, { file: visit.spot.file ?? '', sha256: '' })))
    .map(({ finding }) => finding)
    .sort(compareFindings);
