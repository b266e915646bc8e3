import { SourceError } from '../cms/library/source.ts';
import { LockedError } from '../site/render/lock.ts';

/** The command was called in a way that cannot be carried out. */
export class UsageError extends Error {}

/** Says one plain sentence about what a person can mend, or the whole of an unexpected error. */
export function toExitCode(error: unknown): 1 | 2 {
  const isExpected = error instanceof UsageError || error instanceof SourceError || error instanceof LockedError;
  console.error(isExpected ? error.message : error);
  return isExpected ? 2 : 1;
}
