import type { Data, TypeName } from '../model/types/index.ts';
import type { IndexRows } from './index-rows.ts';
import { FILE, type FileRow, ITEM, type ItemRow, isTakenDown, type StoredFile, toFile, toText, toWholeItem } from './item.ts';
import type { SourceFile } from './source.ts';

/** An entry as the content root holds it, public or not. */
export interface StoredEntry<N extends TypeName = TypeName> {
  /** Folder in the content root. */
  folder: string;
  unit: string;
  type: N;
  /** Index number; a draft has none. */
  number: string | undefined;
  isPublic: boolean;
  data: Data<N>;
  body: string;
}

/** What the office's lists show of an entry, public or not. */
export interface StoredHead {
  folder: string;
  number: string | undefined;
  unit: string;
  title: string;
  /** YYYY-MM-DD; empty for what has no date of publication. */
  publishedOn: string;
  isWithdrawn: boolean;
}

/** Content as the content root holds it, public or not, for the office and the checks. Nothing that is asked here is recorded. */
export class Stored {
  readonly #rows: IndexRows;
  readonly #isPast: (day: string) => boolean;

  constructor(rows: IndexRows, isPast: (day: string) => boolean) {
    this.#rows = rows;
    this.#isPast = isPast;
  }

  /** The entry in this folder. */
  entry(folder: string): StoredEntry | undefined {
    const row = this.#rows.sql(`${ENTRY} WHERE path = ?`).get(folder);
    return row && toStored(row as unknown as StoredRow);
  }

  /** Every entry that can be read, by folder. */
  *entries(): Generator<StoredEntry> {
    for (const row of this.#rows.sql(`${ENTRY} ORDER BY path`).iterate()) yield toStored(row as unknown as StoredRow);
  }

  /** Entries of these types whose front matter, as JSON, holds these characters, by folder, without their text. */
  holding(types: readonly TypeName[], characters: string): Omit<StoredEntry, 'body'>[] {
    const ofTypes = types.map(() => '?').join();
    const rows = this.#rows
      .sql(
        `SELECT path, unit, type, number, public, json, x'' AS body FROM entry WHERE type IN (${ofTypes}) AND instr(json, ?) > 0 ORDER BY path`,
      )
      .all(...types, characters);
    return rows.map((row) => toStored(row as unknown as StoredRow));
  }

  /** Entries that name an index number in a field or hold its address in their text. */
  naming(number: string): StoredEntry[] {
    const rows = this.#rows
      .sql(`${ENTRY} WHERE entry.id IN (SELECT entry FROM reference WHERE target = ?) OR instr(text, ?) > 0 ORDER BY path`)
      .all(number, `/i/${number.replace('-', '/')}`);
    return rows.map((row) => toStored(row as unknown as StoredRow));
  }

  /** Heads of a unit's entries of a type, the newest first. @param after folder of the entry before */
  page({ unit, type, after, most }: { unit: string; type: string; after?: string; most: number }): StoredHead[] {
    const behind = after === undefined ? '' : 'AND (sort, path) < (SELECT sort, path FROM entry WHERE path = ?)';
    const rows = this.#rows.sql(`${HEAD} WHERE path > ? AND path < ? ${behind} ORDER BY sort DESC, path DESC LIMIT ?`);
    return rows.all(...underOf(unit, type), ...(after === undefined ? [] : [after]), most).map(toHead);
  }

  /** How many entries of a type a unit has. */
  count(unit: string, type: string): number {
    return Number(this.#rows.sql('SELECT count(*) AS n FROM entry WHERE path > ? AND path < ?').get(...underOf(unit, type))?.n);
  }

  /** Heads of public entries whose title holds these words, the newest first. */
  titled(words: string, most: number): StoredHead[] {
    const rows = this.#rows.sql(
      `${HEAD} WHERE public = 1 AND instr(json, ?) > 0 AND instr(json_extract(json, '$.title'), ?) > 0 ORDER BY sort DESC LIMIT ?`,
    );
    return rows.all(JSON.stringify(words).slice(1, -1), words, most).map(toHead);
  }

  /** Every file as its source names it, by path, refused ones with an empty hash. */
  *files(): Generator<SourceFile & { sha256: string }> {
    for (const row of this.#rows.sql(`${SOURCE_FILE} ORDER BY path`).iterate()) yield toSourceFile(row);
  }

  /** A file as its source names it, with an empty hash if it is refused. */
  file(path: string): (SourceFile & { sha256: string }) | undefined {
    const row = this.#rows.sql(`${SOURCE_FILE} WHERE path = ?`).get(path);
    return row && toSourceFile(row);
  }

  /** Files that lie in a folder, such as an entry's, other than `index.md`. */
  filesIn(folder: string): StoredFile[] {
    const rows = this.#rows
      .sql(`SELECT ${FILE} FROM file WHERE path > ? AND path < ? AND refused IS NULL ORDER BY path`)
      .all(`${folder}/`, `${folder}0`) as unknown as FileRow[];
    const files = rows.filter(({ path }) => !path.includes('/', folder.length + 1) && path !== `${folder}/index.md`);
    return files.map(toFile);
  }

  /** Whether a public entry has a file of these bytes for the public. */
  hasPublicFile(sha256: string): boolean {
    const paths = this.#rows.sql('SELECT path FROM file WHERE sha256 = ?').all(sha256);
    return paths.some(({ path }) => {
      const folder = String(path).slice(0, String(path).lastIndexOf('/'));
      const row = this.#rows.sql(`SELECT ${ITEM} FROM entry WHERE path = ? AND public = 1`).get(folder) as ItemRow | undefined;
      return row !== undefined && !isTakenDown(toWholeItem(row), this.#isPast);
    });
  }
}

const ENTRY = 'SELECT path, unit, type, number, public, json, text AS body FROM entry JOIN body ON body.entry = entry.id';

interface StoredRow {
  path: string;
  unit: string;
  type: TypeName;
  number: string | null;
  public: number;
  json: string;
  body: Uint8Array;
}

function toStored({ path, unit, type, number, public: isPublic, json, body }: StoredRow): StoredEntry {
  return { folder: path, unit, type, number: number ?? undefined, isPublic: isPublic === 1, data: JSON.parse(json), body: toText(body) };
}

const HEAD =
  "SELECT path, number, unit, json_extract(json, '$.title') AS title, json_extract(json, '$.published_at') AS published, withdrawn FROM entry";

const underOf = (unit: string, type: string): [string, string] => [`entries/${unit}/${type}/`, `entries/${unit}/${type}0`];

const toHead = ({ path, number, unit, title, published, withdrawn }: Record<string, unknown>): StoredHead => ({
  folder: String(path),
  number: number === null ? undefined : String(number),
  unit: String(unit),
  title: String(title),
  publishedOn: String(published ?? '').slice(0, 10),
  isWithdrawn: Boolean(withdrawn),
});

const SOURCE_FILE = 'SELECT path, stamp, size, sha256, refused FROM file';

function toSourceFile({ refused, ...row }: Record<string, unknown>): SourceFile & { sha256: string } {
  return { ...row, ...(refused !== null && { refused }) } as SourceFile & { sha256: string };
}
