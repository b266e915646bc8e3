import type { Finding } from '../finding.ts';
import type { Lexicon } from '../lexicon.ts';
import type { FileToJudge } from './judge-file.ts';

/** What an examining process is asked. */
export interface Question {
  files: readonly FileToJudge[];
  lexicon: Lexicon;
}

/** What it says. */
export type Answer =
  | { kind: 'pulse' /** In bytes. */; memory: number }
  /** Findings of each file, in the order asked. */
  | { kind: 'done'; findings: Finding[][] }
  /** Name of the error, and places in code. */
  | { kind: 'failed'; places: string };
