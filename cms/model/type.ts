import type { ColumnKind } from './column.ts';
import type { Fields, Values } from './field.ts';

/** Roles whose sign-off an entry may need (design.md, section 10). */
export type SignOff = 'review' | 'secrecy' | 'approval';

/** An entry type as data: one definition from which everything else follows. */
export interface EntryType<N extends string = string, F extends Fields = Fields> {
  /** Folder name and id; never changed once released. */
  name: N;
  label: string;
  /** When to use this type, and when not, for the editor's handbook. */
  use: string;
  /** Kinds of column that take it. */
  columns: readonly ColumnKind[];
  /** Sign-offs it needs beside the author's. */
  signOffs: readonly SignOff[];
  /** Whether a body in Markdown must, may or must not follow the fields. */
  body: 'required' | 'optional';
  fields: F;
}

/** Keeps the literal types of a definition. */
export function defineType<const N extends string, const F extends Fields>(type: EntryType<N, F>): EntryType<N, F> {
  return type;
}

export type DataOf<T> = T extends EntryType<string, infer F> ? Values<F> : never;
