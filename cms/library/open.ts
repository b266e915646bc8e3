import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Raised by one whenever tables change; an index of another version is made anew. */
const VERSION = 1;

const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE file (path TEXT PRIMARY KEY, stamp TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL, width INTEGER, height INTEGER) WITHOUT ROWID;
  CREATE TABLE record (kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
  CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    number TEXT,
    unit TEXT NOT NULL,
    type TEXT NOT NULL,
    sort TEXT NOT NULL,
    public INTEGER NOT NULL DEFAULT 0,
    json TEXT NOT NULL,
    linked TEXT NOT NULL,
    body TEXT NOT NULL
  );
  CREATE INDEX entry_number ON entry (number, path);
  CREATE TABLE listed (list TEXT NOT NULL, sort TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (list, sort)) WITHOUT ROWID;
  CREATE TABLE reference (target TEXT NOT NULL, field TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (target, field, entry)) WITHOUT ROWID;
  CREATE INDEX reference_entry ON reference (entry);
  CREATE TABLE finding (file TEXT NOT NULL, stage TEXT NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL, message TEXT NOT NULL);
  CREATE INDEX finding_file ON finding (file, stage);
  CREATE TABLE changed (generation INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (generation, tag)) WITHOUT ROWID;
`;

/**
 * Lets `write` work on the index, which is made when it is missing or of another version. A new index is
 * written beside its place without a journal and moved there when it is whole.
 */
export async function withIndex<T>(path: string, write: (database: DatabaseSync) => Promise<T>): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  const isNew = !isCurrent(path);
  const place = isNew ? `${path}.new` : path;
  if (isNew) for (const end of ['', '-wal', '-shm', '-journal']) rmSync(place + end, { force: true });
  const database = new DatabaseSync(place);
  let done: T;
  try {
    database.exec(
      `PRAGMA busy_timeout = 5000; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA ${isNew ? 'journal_mode = OFF' : 'journal_mode = WAL'}; PRAGMA synchronous = ${isNew ? 'OFF' : 'NORMAL'}`,
    );
    if (isNew) database.exec(`${TABLES}; PRAGMA user_version = ${VERSION}`);
    done = await write(database);
  } finally {
    database.close();
  }
  if (isNew) {
    for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true });
    renameSync(place, path);
  }
  return done;
}

function isCurrent(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    const database = new DatabaseSync(path);
    try {
      return (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version === VERSION;
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}

/** Opens an existing index for reading. */
export function openForReading(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { readOnly: true });
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA mmap_size = 1073741824; PRAGMA cache_size = -32768');
  return database;
}
