/** Something the checks have against a change, as plain data (`checks/finding.ts`). Sensitive text is masked in it. */
export interface ReviewFinding {
  /** Family and name, such as `privacy/id-number`. */
  rule: string;
  severity: 'block' | 'warn';
  /** Path from the content root. */
  file: string;
  /** Where in the file, in an editor's words. */
  where: string;
  place?: { line: number; column: number; endLine: number; endColumn: number };
  /** What is the matter and what to do. */
  message: string;
  basis: readonly { law: string; article?: string }[];
  excerpt: string;
  fingerprint: string;
}

/** What an entry would be: files that differ from the base, with their bytes, or without when they are to go. */
export interface ReviewChange {
  /** Commit of main that the change is held against. */
  base: string;
  files: readonly { path: string; bytes: Uint8Array | undefined }[];
}

/** The checks, as `scripts` hands them to the office. They must not keep or print what they are shown. */
export type Review = (change: ReviewChange) => Promise<{ findings: ReviewFinding[] }>;

/** Whether a finding keeps the bytes out of the repository altogether, because Git never forgets. */
export const forbidsSaving = ({ severity, rule }: ReviewFinding): boolean =>
  severity === 'block' && /^(?:secrecy|privacy|attachment)\//u.test(rule);
