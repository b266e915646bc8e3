/** Something wrong in a content file, in an editor's words. */
export interface Finding {
  /** Path from the content root. */
  file: string;
  /** From one. */
  line: number;
  /** From one, in characters as an editor shows them. */
  column: number;
  /** What is the matter and what to do. */
  message: string;
}

/** One line per finding, as every command prints it. */
export const toLine = (finding: Finding) => `${finding.file}:${finding.line}:${finding.column} ${finding.message}`;
