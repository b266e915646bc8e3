import type { Checked } from '../engine/checked.ts';
import { type Finding, toVerdict } from '../finding.ts';

/** Rises when a field goes or changes its meaning; new fields may come without it. */
const VERSION = 1;

/** Everything as JSON, as README.md describes it: findings that stand, those a waiver allows and those the baseline knows. */
export const toJson = (checked: Checked): string => `${JSON.stringify(toPlainChecked(checked), null, 2)}\n`;

/** The same as data. */
export function toPlainChecked({ findings, waived, known, files }: Checked) {
  const lists = { findings: findings.map(toPlain), waived: waived.map(toPlain), known: known.map(toPlain) };
  return { version: VERSION, verdict: toVerdict(findings), files, ...lists };
}

const toPlain = ({ rule, severity, file, where, place, message, excerpt, fingerprint, basis }: Finding) => ({
  rule,
  severity,
  file,
  where,
  ...place,
  message,
  excerpt,
  fingerprint,
  basis,
});
