import { DatabaseSync } from 'node:sqlite';

/** What is known of a published file. */
export interface Known {
  /** Of its bytes. */
  sha256: string;
  /** What it was made from, other than what its tags say: the page and its props, or the source file. */
  key: string;
  /** Tags that were read to make it, separated by newlines; empty for copies. */
  tags: string;
  /** First day on which it would come out differently; empty for never. */
  until: string;
}

/** Root directory of the release, its number, and what it was made by and from. */
type Meta = 'root' | 'release' | 'renderer' | 'generation' | 'unfinished';

const VERSION = 1;
const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE file (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, key TEXT NOT NULL, tags TEXT NOT NULL, until TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE directory (path TEXT PRIMARY KEY, id TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE dropped (id TEXT PRIMARY KEY, release INTEGER NOT NULL) WITHOUT ROWID;
  PRAGMA user_version = ${VERSION};
`;

/** What the last build published, and what each file was made from. */
export class State {
  readonly #database: DatabaseSync;

  constructor(path: string) {
    this.#database = new DatabaseSync(path);
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536');
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

  files(): Map<string, Known> {
    const known = new Map<string, Known>();
    const rows = this.#database.prepare('SELECT path, sha256, key, tags, until FROM file').iterate() as Iterable<unknown>;
    for (const row of rows as Iterable<Known & { path: string }>) known.set(row.path, row);
    return known;
  }

  directories(): Map<string, string> {
    const rows = this.#database.prepare('SELECT path, id FROM directory').all() as { path: string; id: string }[];
    return new Map(rows.map(({ path, id }) => [path, id]));
  }

  dropped(): { id: string; release: number }[] {
    return this.#database.prepare('SELECT id, release FROM dropped').all() as { id: string; release: number }[];
  }

  set(key: Meta, value: string) {
    this.#database.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value);
  }

  forgetDropped(ids: Iterable<string>) {
    const statement = this.#database.prepare('DELETE FROM dropped WHERE id = ?');
    this.transact(() => {
      for (const id of ids) statement.run(id);
    });
  }

  /** Notes a whole build at once: all of it is known afterwards, or nothing. */
  note(build: {
    /** Whether nothing of what was known before holds. */
    replaces: boolean;
    files: Iterable<[path: string, known: Known]>;
    goneFiles: Iterable<string>;
    directories: Iterable<[path: string, id: string]>;
    goneDirectories: Iterable<string>;
    dropped: Iterable<string>;
    meta: Record<Exclude<Meta, 'unfinished'>, string>;
  }) {
    this.transact(() => {
      if (build.replaces) this.#database.exec('DELETE FROM file; DELETE FROM directory');
      const release = Number(build.meta.release);
      const file = this.#database.prepare('INSERT OR REPLACE INTO file (path, sha256, key, tags, until) VALUES (?, ?, ?, ?, ?)');
      for (const [path, { sha256, key, tags, until }] of build.files) file.run(path, sha256, key, tags, until);
      const noFile = this.#database.prepare('DELETE FROM file WHERE path = ?');
      for (const path of build.goneFiles) noFile.run(path);
      const directory = this.#database.prepare('INSERT OR REPLACE INTO directory (path, id) VALUES (?, ?)');
      const back = this.#database.prepare('DELETE FROM dropped WHERE id = ?');
      const dropped = this.#database.prepare('INSERT OR REPLACE INTO dropped (id, release) VALUES (?, ?)');
      for (const id of build.dropped) dropped.run(id, release);
      for (const [path, id] of build.directories) {
        directory.run(path, id);
        back.run(id);
      }
      const noDirectory = this.#database.prepare('DELETE FROM directory WHERE path = ?');
      for (const path of build.goneDirectories) noDirectory.run(path);
      for (const [key, value] of Object.entries(build.meta)) this.set(key as Meta, value);
    });
  }

  transact(work: () => void) {
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
