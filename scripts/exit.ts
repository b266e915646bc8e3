import { GateError } from '../checks/engine/gate-error.ts';
import { SourceError } from '../cms/library/source.ts';
import { BusyError } from '../cms/library/while-alone.ts';
import { Refusal } from '../cms/office/store/refusal.ts';

/** The command was called in a way that cannot be carried out. */
export class UsageError extends Error {}

/** Whether an error is something that a person can mend, told in one plain sentence. */
export const isExpected = (error: unknown): error is Error =>
  [UsageError, SourceError, BusyError, GateError, Refusal].some((kind) => error instanceof kind);

/** Says one plain sentence about what a person can mend, or the whole of an unexpected error. */
export function toExitCode(error: unknown): 1 | 2 {
  console.error(isExpected(error) ? error.message : error);
  return isExpected(error) ? 2 : 1;
}
