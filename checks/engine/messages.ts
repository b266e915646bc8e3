import type { Finding } from '../finding.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Reading } from '../reading/piece.ts';
import type { FileToJudge } from './judge-file.ts';

/** What an examining process is asked: to judge files, or only to read one. */
export type Question = { files: readonly FileToJudge[]; lexicon: Lexicon } | { name: string; bytes: Uint8Array };

/** What it answers. */
export type Answer =
  /** Findings of each file, in the order asked. */
  | { kind: 'done'; findings: Finding[][] }
  | { kind: 'read'; reading: Reading }
  /** Name of the error, and places in code. */
  | { kind: 'failed'; places: string };

/** What its watch says of it at every pulse, on a pipe of its own, as a line of JSON. */
export interface Sign {
  /** Time of the processor that it has used so far, in all its threads, in milliseconds. */
  processor: number;
  /** In bytes. */
  memory: number;
  /** Grows whenever its main thread gets to its turn. */
  turns: number;
}

/** The pipe for signs, as a file descriptor of the examining process. */
export const SIGNS = 4;
