import type { Content } from './content.ts';
import type { History } from './history.ts';

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
  files(): Iterable<SourceFile> | Promise<Iterable<SourceFile>>;
  /** What differs from what an index holds that was committed; only where this is quicker than to compare all files. */
  compare?(index: string): Promise<Differences>;
  /**
   * Files that differ since the state called `since`, or undefined when the source cannot tell
   * and all of them must be compared. A deleted file has no stamp.
   */
  changes(since: string): SourceChange[] | undefined;
  /** Names the present state, for a later `changes`; empty when there is no such name. */
  readonly state: string;
  /** What the commits that led to the present state say; undefined where there are none. */
  readonly history?: History;
  /** The bytes of files, in the order given; undefined for one that has gone meanwhile. */
  read(files: readonly SourceFile[]): Iterable<Uint8Array | 'unreadable' | undefined>;
  /** The bytes of one file by its path from the content root. */
  readOne(path: string): Uint8Array | undefined;
  /** The bytes of files by their paths from the content root, without those that are not there. */
  readNamed(paths: readonly string[]): Map<string, Uint8Array>;
  /** Paths of the files that lie directly in these folders, given by their paths from the content root. */
  pathsIn(folders: readonly string[]): string[];
}

export interface SourceFile {
  /** From the content root, with `/`. */
  path: string;
  stamp: string;
  /** In bytes. */
  size: number;
  /** Set when it is no content, whatever it holds; such a file is never read. */
  refused?: Refusal;
}
export interface Differences {
  /** New, or otherwise than before. */
  changed: SourceFile[];
  /** Paths of files that are no longer there. */
  gone: string[];
}
export type SourceChange = SourceFile | { path: string; stamp?: undefined };

/** Why something in the content root is not read: a link, a folder that does not open, a name that is no text, a giant. */
export type Refusal = 'link' | 'closed' | 'name' | 'large' | 'unreadable';

/** What to say of each, in Chinese: what it is, and what to do. */
export const REFUSED: Record<Refusal, string> = {
  link: '这是一个链接，不是文件。换成文件本身。',
  closed: '这个文件夹打不开。核对文件夹的权限。',
  name: '文件名不是 UTF-8 编码，读不出来。改名后再提交。',
  large: '文件超过 1 GB。压缩，或者拆成几个文件。',
  unreadable: '文件读不出来。核对文件的权限，或者重新放一份。',
};

/** Files larger than this are not read: they fit neither in memory nor on a citizen's phone. In bytes. */
export const LARGEST_FILE = 1_000_000_000;

/** Names that are not UTF-8 reach us with this character in place of what cannot be read. */
export const UNREADABLE_NAME = '\ufffd';

/** The content cannot be read at all: a missing folder, not a repository, an unknown revision. */
export class SourceError extends Error {}
