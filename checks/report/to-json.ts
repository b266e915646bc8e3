import type { Checked } from '../engine/checked.ts';
import type { Finding } from '../finding.ts';

/** Everything as JSON: findings that stand, those a waiver allows and those the baseline knows, each with all its fields. */
export function toJson({ findings, waived, known, files }: Checked): string {
  return `${JSON.stringify({ files, findings: findings.map(toPlain), waived: waived.map(toPlain), known: known.map(toPlain) }, null, 2)}\n`;
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
