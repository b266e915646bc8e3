import { DatabaseSync } from 'node:sqlite';

/** What is known of a published file. */
export interface Known {
  /** Of its bytes. */
  sha256: string;
  /** What it was made from, other than what its tags say: the page and its props, or the source file. */
  key: string;
  /** Tags that were read to make it. */
  tags: string[];
  /** First day on which it would come out differently; empty for never. */
  until: string;
}

/** What is known of a published directory without looking at its files. */
export interface Head {
  /** Id in the store: a hash of everything below it. */
  id: string;
  /** Its own files, without those of subdirectories. */
  count: number;
  /** All tags of its files. */
  tags: string[];
  /** First day on which one of its files would come out differently; empty for never. */
  until: string;
}

export type Files = ReadonlyMap<string, Known>;

/** Root directory of the release, its number, what it was made by and from, and the entries that are recent in its search index, a line each. */
type Meta = 'root' | 'release' | 'renderer' | 'generation' | 'recent' | 'unfinished';

const VERSION = 4;
const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE directory (path TEXT PRIMARY KEY, id TEXT NOT NULL, count INTEGER NOT NULL, tags TEXT NOT NULL, until TEXT NOT NULL, files TEXT NOT NULL);
  CREATE TABLE dropped (id TEXT PRIMARY KEY, release INTEGER NOT NULL) WITHOUT ROWID;
  PRAGMA user_version = ${VERSION};
`;

/** What the last build published, directory by directory, and what each file was made from. */
export class State {
  readonly #database: DatabaseSync;

  constructor(path: string) {
    this.#database = new DatabaseSync(path);
    // A note must outlast a power cut: above all the one that a build is unfinished, whose leavings are not to be trusted.
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    const { user_version: version } = this.#database.prepare('PRAGMA user_version').get() as { user_version: number };
    if (version === VERSION) return;
    for (const { name } of this.#database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all())
      this.#database.exec(`DROP TABLE "${name}"`);
    this.#database.exec(TABLES);
  }

  close() {
    this.#database.close();
  }

  get(key: Meta): string {
    return (this.#database.prepare('SELECT value FROM meta WHERE key = ?').get(key) as { value: string } | undefined)?.value ?? '';
  }

  set(key: Meta, value: string) {
    this.#database.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value);
  }

  /** All directories by path. */
  heads(): Map<string, Head> {
    const rows = this.#database.prepare('SELECT path, id, count, tags, until FROM directory').all() as unknown as (Omit<Head, 'tags'> & {
      path: string;
      tags: string;
    })[];
    return new Map(rows.map(({ path, tags, ...head }) => [path, { ...head, tags: tags === '' ? [] : tags.split('\n') }]));
  }

  /** How many files the site has. */
  get count(): number {
    return (this.#database.prepare('SELECT coalesce(sum(count), 0) AS n FROM directory').get() as { n: number }).n;
  }

  /** The files of one directory by name. */
  files(path: string): Files {
    const row = this.#database.prepare('SELECT files FROM directory WHERE path = ?').get(path) as { files: string } | undefined;
    return new Map(row ? (JSON.parse(row.files) as [string, Known][]) : []);
  }

  /** Ids that are no longer used, with the release since which they are not. */
  dropped(): { id: string; release: number }[] {
    return this.#database.prepare('SELECT id, release FROM dropped').all() as { id: string; release: number }[];
  }

  forgetDropped(ids: Iterable<string>) {
    this.#transact(() => {
      const statement = this.#database.prepare('DELETE FROM dropped WHERE id = ?');
      for (const id of ids) statement.run(id);
    });
  }

  /** Notes a whole build at once: all of it is known afterwards, or nothing. */
  note(build: {
    /** Whether nothing of what was known before holds. */
    replaces: boolean;
    directories: Iterable<[path: string, id: string, files: Files]>;
    gone: Iterable<string>;
    dropped: Iterable<string>;
    meta: Record<Exclude<Meta, 'unfinished'>, string>;
  }) {
    this.#transact(() => {
      if (build.replaces) this.#database.exec('DELETE FROM directory');
      const dropped = this.#database.prepare('INSERT OR REPLACE INTO dropped (id, release) VALUES (?, ?)');
      for (const id of build.dropped) dropped.run(id, Number(build.meta.release));
      const put = this.#database.prepare(
        'INSERT OR REPLACE INTO directory (path, id, count, tags, until, files) VALUES (?, ?, ?, ?, ?, ?)',
      );
      const back = this.#database.prepare('DELETE FROM dropped WHERE id = ?');
      for (const [path, id, files] of build.directories) {
        const { tags, until } = sumUp(files);
        put.run(path, id, files.size, tags, until, JSON.stringify([...files]));
        back.run(id);
      }
      const remove = this.#database.prepare('DELETE FROM directory WHERE path = ?');
      for (const path of build.gone) remove.run(path);
      for (const [key, value] of Object.entries(build.meta)) this.set(key as Meta, value);
    });
  }

  #transact(work: () => void) {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }
}

function sumUp(files: Files): { tags: string; until: string } {
  const tags = new Set<string>();
  let until = '';
  for (const known of files.values()) {
    for (const tag of known.tags) tags.add(tag);
    if (known.until !== '' && (until === '' || known.until < until)) until = known.until;
  }
  return { tags: [...tags].join('\n'), until };
}
