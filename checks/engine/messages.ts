import type { Finding } from '../finding.ts';
import type { Lexicon } from '../lexicon.ts';
import type { FileToJudge } from './judge-file.ts';

/** What an examining process is asked. */
export interface Question {
  file: FileToJudge;
  lexicon: Lexicon;
}

/** What it says. */
export type Answer =
  | { kind: 'pulse' /** In bytes. */; memory: number }
  | { kind: 'done'; findings: Finding[] }
  | { kind: 'failed'; name: string; stack: string };
