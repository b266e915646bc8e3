import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { Queue } from './queue.ts';
import { whileAlone } from './while-alone.ts';

/** How long to wait for somebody else who writes to the index. */
const PATIENCE_MS = 5000;
/** Bits of the version that SQLite keeps of an index. */
const VERSION_BITS = 0x7fffffff;

/** Bodies are longer than SQLite's usual page; with these, most lie in one piece. */
const PAGE_BYTES = 16384;

/** Bodies are bytes: they are read twice as fast as texts, of which SQLite's interface makes JavaScript's the slow way. */
const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE file (path TEXT PRIMARY KEY, stamp TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL, width INTEGER, height INTEGER, refused TEXT) WITHOUT ROWID;
  CREATE INDEX file_unreadable ON file (path) WHERE refused = 'unreadable';
  CREATE TABLE record (kind TEXT NOT NULL, id TEXT NOT NULL, file TEXT NOT NULL, item INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
  CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    number TEXT,
    unit TEXT NOT NULL,
    type TEXT NOT NULL,
    sort TEXT NOT NULL,
    public INTEGER NOT NULL DEFAULT 0,
    withdrawn INTEGER NOT NULL,
    json TEXT NOT NULL,
    linked TEXT NOT NULL
  );
  CREATE TABLE body (entry INTEGER PRIMARY KEY, text BLOB NOT NULL);
  CREATE INDEX entry_number ON entry (number, path);
  CREATE INDEX entry_type ON entry (type);
  CREATE TABLE listed (list TEXT NOT NULL, sort TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (list, sort)) WITHOUT ROWID;
  CREATE TABLE reference (target TEXT NOT NULL, field TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (target, field, entry)) WITHOUT ROWID;
  CREATE INDEX reference_entry ON reference (entry);
  CREATE TABLE finding (file TEXT NOT NULL, stage TEXT NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL, message TEXT NOT NULL);
  CREATE INDEX finding_file ON finding (file, stage);
  CREATE TABLE act (id INTEGER PRIMARY KEY, number TEXT NOT NULL, kind TEXT NOT NULL, json TEXT NOT NULL);
  CREATE INDEX act_number ON act (number);
  CREATE INDEX act_urgent ON act (number) WHERE kind = 'urgent';
  CREATE TABLE changed (generation INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (generation, tag)) WITHOUT ROWID;
`;

/**
 * Lets `write` work on the index, which is made anew when it is missing, damaged, or was written by other code.
 * A new index is written beside its place without a journal and moved there when it is whole. Whoever comes while somebody
 * else does that, here or in another process, waits for it.
 */
export const withIndex = <T>(path: string, write: (database: DatabaseSync) => Promise<T>): Promise<T> =>
  queueOf(path).run(() => useOrMake(path, write));

/** Lets `use` work on the index that is there; only one that must be made anew is first filled by `write`. */
export const withPresentIndex = <T>(
  path: string,
  write: (database: DatabaseSync) => Promise<unknown>,
  use: (database: DatabaseSync) => Promise<T>,
): Promise<T> =>
  queueOf(path).run(async () => {
    const used = await useCurrent(path, use);
    if (used) return used.made;
    await useOrMake(path, write);
    const again = await useCurrent(path, use);
    if (!again) throw new Error('an index just made cannot be used');
    return again.made;
  });

async function useOrMake<T>(path: string, write: (database: DatabaseSync) => Promise<T>): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  const used = await useCurrent(path, write);
  if (used) return used.made;
  return whileAlone(`${path}.lock`, async () => ((await useCurrent(path, write)) ?? { made: await makeAnew(path, write) }).made);
}

const queues = new Map<string, Queue>();

/** SQLite lets a whole process wait for a lock, which would never come free if this very process held it. */
function queueOf(path: string): Queue {
  let queue = queues.get(path);
  if (!queue) queues.set(path, (queue = new Queue()));
  return queue;
}

/** Undefined when there is no index that can be used. */
async function useCurrent<T>(path: string, write: (database: DatabaseSync) => Promise<T>): Promise<{ made: T } | undefined> {
  if (!isCurrent(path)) return undefined;
  try {
    return { made: await useDatabase(path, 'journal_mode = WAL; PRAGMA synchronous = FULL', write) };
  } catch (error) {
    if (!isDamage(error)) throw error;
    return undefined;
  }
}

async function makeAnew<T>(path: string, write: (database: DatabaseSync) => Promise<T>): Promise<T> {
  const place = `${path}.new`;
  remove(place, '', '-wal', '-shm', '-journal');
  const made = await useDatabase(
    place,
    `page_size = ${PAGE_BYTES}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF`,
    async (database) => {
      database.exec(`${TABLES}; PRAGMA user_version = ${version()}`);
      const done = await write(database);
      // From now on, whoever reads and whoever writes do not wait for each other.
      database.exec('PRAGMA journal_mode = WAL');
      return done;
    },
  );
  keep(place);
  remove(path, '-wal', '-shm', '-journal');
  renameSync(place, path);
  return made;
}

/** Has a file written out, so that a power cut cannot leave half of it under a good name. */
function keep(path: string) {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

async function useDatabase<T>(path: string, pragmas: string, use: (database: DatabaseSync) => Promise<T>): Promise<T> {
  const database = new DatabaseSync(path, { timeout: PATIENCE_MS });
  try {
    database.exec(`PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA ${pragmas}`);
    return await use(database);
  } finally {
    database.close();
  }
}

const remove = (path: string, ...ends: string[]) => {
  for (const end of ends) rmSync(path + end, { force: true });
};

/** Whether an index is there, was written by this code, and is not cut short. */
function isCurrent(path: string): boolean {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return false;
  try {
    const database = new DatabaseSync(path, { timeout: PATIENCE_MS });
    try {
      const ask = (name: string) => Number(Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]);
      const isWhole = existsSync(`${path}-wal`) || size >= ask('page_count') * ask('page_size');
      return isWhole && ask('user_version') === version();
    } finally {
      database.close();
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    return false;
  }
}

/** SQLITE_CORRUPT, SQLITE_NOTADB, missing tables (SQLITE_ERROR), or values that are not what was written. */
function isDamage(error: unknown): boolean {
  if (error instanceof SyntaxError) return true;
  return [1, 11, 26].includes(((error as { errcode?: number }).errcode ?? 0) & 0xff);
}

let known: number | undefined;

/** Tells indexes apart that were written by different code: what the model says of a file is kept in the index. */
function version(): number {
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  for (const folder of ['.', '../model', '../model/types']) {
    const here = fileURLToPath(new URL(`${folder}/`, import.meta.url));
    for (const name of readdirSync(here).sort())
      if (name.endsWith('.ts') && !name.endsWith('.test.ts')) hash.update(name).update(readFileSync(join(here, name)));
  }
  known = hash.digest().readUInt32BE() & VERSION_BITS;
  return known;
}

/**
 * Opens an existing index for reading. One transaction lasts as long as it is open: all answers come from the same
 * state, and SQLite need not take and leave its lock for each of them, which took longer than most answers.
 */
export function openForReading(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { readOnly: true, timeout: PATIENCE_MS });
  // A transaction sees what there is when it first reads.
  database.exec('PRAGMA mmap_size = 1073741824; PRAGMA cache_size = -32768; BEGIN; SELECT 1 FROM meta');
  return database;
}
