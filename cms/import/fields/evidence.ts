import type { Block } from '../block.ts';
import type { CarriedFile } from '../imported.ts';
import type { Head } from '../parts/head.ts';
import type { SignOff } from '../parts/sign-off.ts';
import type { Claims } from '../reading.ts';

/** What the fields are read from. */
export interface Evidence {
  head: Head;
  claims: Claims;
  /** The body's blocks, in order. */
  blocks: readonly Block[];
  /** Sign-offs of the document itself; those of documents it passes on when it has none. */
  signOffs: readonly SignOff[];
  files: readonly CarriedFile[];
}

/** What one field comes to: a value, or the reason why a person must fill it in. */
export type Reading<T> = { value: T } | { owed: string } | { nothing: true };
export const value = <T>(found: T): Reading<T> => ({ value: found });
export const owed = (reason: string): Reading<never> => ({ owed: reason });
export const nothing: Reading<never> = { nothing: true };
