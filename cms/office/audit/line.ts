import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What stands before the first line. */
export const BEGINNING = '0'.repeat(64);

/** The line that follows one which a power cut left unfinished. */
export const INTERRUPTED = 'interrupted';

const shape = z.strictObject({
  /** ISO 8601, UTC. */
  at: z.string(),
  /** Account that acted; `-` when nobody is logged in. */
  person: z.string(),
  act: z.string(),
  detail: z.string(),
  /** `toHash` of the line before. */
  before: z.string(),
});
/** One line of the audit log. */
export type AuditLine = z.infer<typeof shape>;

/** SHA-256 of a line without its line end, hexadecimal. */
export const toHash = (line: string | Uint8Array): string => createHash('sha256').update(line).digest('hex');

/** Reads a line; undefined when it is not whole. */
export function readLine(line: string): AuditLine | undefined {
  try {
    return shape.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
