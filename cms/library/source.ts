import type { Content } from './content.ts';

/** Where content comes from: a folder, or a revision of a Git repository. */
export interface Source {
  /** Names the content for people, for example a folder's path or a commit. */
  readonly name: string;
  /** Opens the same content in another thread or process. */
  readonly content: Content;
  /**
   * All files below the content root with a stamp that changes when the file does.
   * An empty stamp means "read it to know".
   */
  files(): Iterable<SourceFile>;
  /**
   * Files that differ since the state called `since`, or undefined when the source cannot tell
   * and all of them must be compared. A deleted file has no stamp.
   */
  changes(since: string): SourceChange[] | undefined;
  /** Names the present state, for a later `changes`; empty when there is no such name. */
  readonly state: string;
  /** The bytes of files, in the order given; undefined for one that has gone meanwhile. */
  read(files: readonly SourceFile[]): Iterable<Uint8Array | undefined>;
  /** The bytes of one file by its path from the content root. */
  readOne(path: string): Uint8Array | undefined;
}

export interface SourceFile {
  /** From the content root, with `/`. */
  path: string;
  stamp: string;
  /** In bytes. */
  size: number;
}
export type SourceChange = SourceFile | { path: string; stamp?: undefined };

/** The content cannot be read at all: a missing folder, not a repository, an unknown revision. */
export class SourceError extends Error {}
