import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { openForReading } from './open.ts';
import type { Differences, SourceFile } from './source.ts';

/** The files that an index knows, by their paths, with their stamps. */
export class KnownFiles {
  readonly #database: DatabaseSync;
  readonly #between: StatementSync;

  constructor(index: string) {
    this.#database = openForReading(index);
    this.#between = this.#database.prepare(`${KNOWN} WHERE path >= ? AND path < ?`);
  }

  /** Those in a folder, and the folder itself if it was no folder. */
  in(folder: string): Map<string, string> {
    return new Map([...this.#read(folder, `${folder}\0`), ...this.#read(...reachOf(folder))]);
  }

  /** Those in none of these folders. */
  beside(folders: readonly string[]): Map<string, string> {
    const known = new Map<string, string>();
    let from = '';
    const reaches = folders.map(reachOf).sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    for (const [begin, end] of [...reaches, [LAST, LAST]] as const) {
      for (const [path, stamp] of this.#read(from, begin)) known.set(path, stamp);
      from = end;
    }
    for (const folder of folders) known.delete(folder);
    return known;
  }

  close() {
    this.#database.close();
  }

  #read(from: string, to: string): Map<string, string> {
    return toKnown(this.#between.get(from, to));
  }
}

/** Paths in a folder are not before the first of these, and come before the second. */
const reachOf = (folder: string): [string, string] => [`${folder}/`, `${folder}0`];

/** Comes after every path. */
const LAST = '\u{10ffff}';

/** Parts paths and stamps, and is in neither. */
const BETWEEN = '//';

/** Asks for paths and stamps of files as one text; to ask for each in a row of its own takes several times as long. */
export const KNOWN = `SELECT count(*) AS files, group_concat(path || '${BETWEEN}' || stamp, '${BETWEEN}') AS known FROM file`;

/**
 * Stamps by path.
 * @param row answer to `KNOWN`
 * @throws SyntaxError when the index is damaged
 */
export function toKnown(row: Record<string, unknown> | undefined): Map<string, string> {
  const parts = typeof row?.known === 'string' ? row.known.split(BETWEEN) : [];
  if (parts.length !== Number(row?.files) * 2) throw new SyntaxError('the index holds a file without a path or a stamp');
  const known = new Map<string, string>();
  for (let at = 0; at < parts.length; at += 2) known.set(parts[at]!, parts[at + 1]!);
  return known;
}

/** What is otherwise than it was known. @param known is used up */
export function differencesOf(files: Iterable<SourceFile>, known: Map<string, string>): Differences {
  const changed: SourceFile[] = [];
  for (const file of files) {
    const stamp = known.get(file.path);
    known.delete(file.path);
    if (stamp === undefined || file.stamp === '' || stamp !== file.stamp) changed.push(file);
  }
  return { changed, gone: [...known.keys()] };
}
