import type { Basis } from '../cms/model/basis.ts';

export type { Basis };

/** A blocking finding keeps an entry from going online; a warning wants a person to look. */
export type Severity = 'block' | 'warn';

/** Something a rule has against a file. Of what a sensitive rule found it holds only a masked form. */
export interface Finding {
  rule: string;
  severity: Severity;
  /** Path from the content root, or the name that a scan was given. */
  file: string;
  /** Where in the file, in an editor's words. */
  where: string;
  /** Text files: from one, in characters. The end is behind the last character. */
  place?: { line: number; column: number; endLine: number; endColumn: number };
  /** What is the matter and what to do. */
  message: string;
  basis: readonly Basis[];
  /** What was found; masked when the rule is sensitive. Empty when something is missing, or when the message says it all. */
  excerpt: string;
  /** Tells this finding from others of the file, whatever the date or the line: for waivers and the baseline. Hexadecimal. */
  fingerprint: string;
}

/** The order of every report: by file, then place, then rule. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compare(a.file, b.file) ||
    (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
    (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
    compare(a.where, b.where) ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The verdict over a file: its gravest finding. */
export type Verdict = Severity | 'pass';

export function toVerdict(findings: readonly { severity: Severity }[]): Verdict {
  if (findings.some(({ severity }) => severity === 'block')) return 'block';
  return findings.length > 0 ? 'warn' : 'pass';
}
