import type { Budget } from './budget.ts';
import type { Reading } from './piece.ts';

/** A file to be read, and how it came about. */
export interface Source {
  /** Name as a citizen would see it, with extension. */
  name: string;
  bytes: Uint8Array;
  /** Where it lies within an outer file, as words ending in `中的`, for example `压缩包中的`; empty outside. */
  within: string;
  /** Zero for a file of its own, one for a file packed in it, and so on. */
  level: number;
  budget: Budget;
  /** Reads a file found inside this one; the pieces come back with their places told from outside. */
  readInner(name: string, bytes: Uint8Array): Promise<Reading>;
}

/** Reads one kind of file. Never throws for what the file holds: that is a trait. */
export type Reader = (source: Source) => Promise<Reading>;
