import type { DatabaseSync } from 'node:sqlite';
import { readYear, YEAR_FILE } from '../calendar/parse-year.ts';
import { ActTable } from './act-table.ts';
import { EntryTable } from './entry-table.ts';
import { differencesOf, KNOWN, toKnown } from './known-files.ts';
import { Library } from './library.ts';
import { withIndex, withPresentIndex } from './open.ts';
import { parseAll } from './parse-all.ts';
import { toFolder } from './read-entry.ts';
import { RecordTable } from './record-table.ts';
import { isRecordFile } from './records.ts';
import type { Differences, Source, SourceFile } from './source.ts';
import { EVERYTHING, REMEMBERED, tagOf } from './tags.ts';

/** From so many changed entries on, naming each tag costs more than rendering everything. */
const MANY = 5000;
/** Up to so many entries, it is quicker to look whether an old address leads to one than to judge all addresses. */
const FEW = 50;

export interface Synced {
  /** Number of the index's state. It rises by one with every change; an index made anew begins with a number never used before. */
  generation: number;
  /** Files read because they were new or changed. */
  read: number;
}

/**
 * Brings the index up to date with its source, in one transaction: parses what changed, forgets what
 * is gone, and notes the tags of everything that a page may have read differently.
 */
export async function sync(index: string, source: Source, onProgress: (read: number, of: number) => void = () => {}): Promise<Synced> {
  return withIndex(index, (database) => transact(database, () => new Sync(database, source, onProgress).run()));
}

/** Content that is otherwise than another in a few files. */
export interface Rehearsed extends Source {
  readonly base: Source;
}

/**
 * Looks at what the index would hold if a few files were otherwise, and undoes it. Nothing that is proposed reaches the disk: pages
 * that changed stay in memory until they are thrown away. An index that is there keeps its state, whichever that is.
 */
export async function rehearse<T>(
  index: string,
  proposal: Rehearsed,
  today: string,
  look: (library: Library) => T | Promise<T>,
): Promise<T> {
  const { base } = proposal;
  const bring = (database: DatabaseSync, source: Source) => new Sync(database, source, () => {}).run();
  return withPresentIndex(
    index,
    (database) => transact(database, () => bring(database, base)),
    async (database) => {
      database.exec('PRAGMA cache_spill = OFF; BEGIN IMMEDIATE');
      try {
        if (stateOf(database) !== base.state) await bring(database, base);
        await bring(database, proposal);
        return await look(new Library(database, today));
      } finally {
        if (database.isTransaction) database.exec('ROLLBACK');
      }
    },
  );
}

async function transact<T>(database: DatabaseSync, work: () => Promise<T>): Promise<T> {
  database.exec('BEGIN IMMEDIATE');
  try {
    const done = await work();
    database.exec('COMMIT');
    return done;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

class Sync {
  readonly #database: DatabaseSync;
  readonly #source: Source;
  readonly #onProgress: (read: number, of: number) => void;
  readonly #records: RecordTable;
  readonly #entries: EntryTable;
  readonly #acts: ActTable;
  readonly #tags = new Set<string>();

  constructor(database: DatabaseSync, source: Source, onProgress: (read: number, of: number) => void) {
    this.#database = database;
    this.#source = source;
    this.#onProgress = onProgress;
    this.#records = new RecordTable(database);
    this.#entries = new EntryTable(database, source, this.#meta('generation') === undefined);
    this.#acts = new ActTable(database);
  }

  async run(): Promise<Synced> {
    const before = Number(this.#meta('generation') ?? 0);
    const wasEmpty = before === 0;
    const logging = this.#source.history?.read(this.#acts.head);
    // A failure is told where the log is needed.
    logging?.catch(() => {});
    const { changed, gone } = await this.#differences();
    const touched = new Set<string>();
    const noted = { any: false, records: false, images: false, years: false };
    const note = (path: string) => {
      const folder = toFolder(path.slice(0, path.lastIndexOf('/')));
      noted.any = true;
      if (folder) touched.add(folder.path);
      else if (isRecordFile(path)) noted.records = true;
      else if (path.startsWith('images/')) noted.images = true;
      else if (YEAR_FILE.test(path)) noted.years = true;
      if (!wasEmpty) this.#tags.add(tagOf.file(path));
    };

    if (!wasEmpty) for (const path of [...gone, ...changed.map((file) => file.path)]) this.#rememberOld(path);
    for (const path of gone) {
      this.#forget(path);
      note(path);
    }
    const read = await this.#readAll(changed, note);
    if (noted.records) this.#records.refresh(this.#source, this.#tags);
    if (noted.years) this.#readYears();
    if (this.#records.contextChanged) for (const path of this.#entries.paths()) touched.add(path);
    const isEverything = wasEmpty || this.#records.contextChanged || touched.size > MANY;
    if (isEverything) this.#tags.add(EVERYTHING);
    this.#entries.settle(touched, this.#records, isEverything ? undefined : this.#tags);
    const { flipped } = this.#entries;
    if (wasEmpty || noted.records || noted.images || flipped.size > FEW || this.#records.leadsTo(flipped)) this.#judgeRecords();

    const hasNewActs = logging !== undefined && this.#acts.add(this.#source.history!, await logging, this.#tags);
    // A number never used before, so that nobody takes what was read from another index for read from this one.
    const generation = wasEmpty ? Date.now() : before + (noted.any || hasNewActs ? 1 : 0);
    this.#remember(generation);
    this.#setMeta('generation', String(generation));
    this.#setMeta('state', this.#isComplete() ? this.#source.state : '');
    return { generation, read };
  }

  /** The holidays that the county adds; the checks tell what is wrong with them. */
  #readYears() {
    const files = this.#database.prepare(
      "SELECT path FROM file WHERE path > 'lexicon/calendar-' AND path < 'lexicon/calendar.' AND refused IS NULL ORDER BY path",
    );
    const years = files.all().flatMap(({ path }) => {
      const bytes = this.#source.readOne(String(path));
      const read = bytes && readYear(String(path), bytes);
      return read?.arrangement ? [[read.year, read.arrangement]] : [];
    });
    this.#setMeta('years', JSON.stringify(years));
    this.#tags.add(tagOf.years);
  }

  #judgeRecords() {
    const file = this.#database.prepare('SELECT 1 FROM file WHERE path = ? AND refused IS NULL');
    const entry = this.#database.prepare('SELECT 1 FROM entry WHERE number = ? AND public = 1');
    this.#records.judge(this.#source, {
      hasFile: (path) => file.get(path) !== undefined,
      isPublic: (number) => entry.get(number) !== undefined,
    });
  }

  /** Whether everything could be read; what could not is tried again even if its source says that nothing changed. */
  #isComplete(): boolean {
    return this.#database.prepare("SELECT 1 FROM file WHERE refused = 'unreadable' LIMIT 1").get() === undefined;
  }

  async #differences(): Promise<Differences> {
    const state = stateOf(this.#database);
    const told = state ? this.#source.changes(state) : undefined;
    if (told)
      return {
        changed: told.filter((change): change is SourceFile => change.stamp !== undefined),
        gone: told.filter(({ stamp }) => stamp === undefined).map(({ path }) => path),
      };
    const index = this.#database.location();
    if (this.#source.compare && this.#meta('generation') !== undefined && index !== null) return this.#source.compare(index);
    return differencesOf(await this.#source.files(), toKnown(this.#database.prepare(KNOWN).get()));
  }

  #rememberOld(path: string) {
    const folder = toFolder(path.slice(0, path.lastIndexOf('/')));
    if (folder) this.#entries.rememberOld(folder.path);
  }

  #forget(path: string) {
    this.#database.prepare('DELETE FROM file WHERE path = ?').run(path);
    this.#database.prepare('DELETE FROM finding WHERE file = ?').run(path);
    const folder = path.endsWith('/index.md') ? toFolder(path.slice(0, -'/index.md'.length)) : undefined;
    if (folder) this.#entries.remove(folder.path);
  }

  async #readAll(changed: SourceFile[], note: (path: string) => void): Promise<number> {
    const known = this.#database.prepare('SELECT sha256, refused FROM file WHERE path = ?');
    const store = this.#database.prepare(
      'INSERT OR REPLACE INTO file (path, stamp, size, sha256, width, height, refused) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    let read = 0;
    let taken = 0;
    for await (const parsed of parseAll(this.#source, changed)) {
      const { file, size, sha256, width, height } = parsed;
      if (++taken % 500 === 0) this.#onProgress(taken, changed.length);
      const refused = file.refused ?? null;
      const old = known.get(file.path) as { sha256: string; refused: string | null } | undefined;
      store.run(file.path, file.stamp, size, sha256, width, height, refused);
      if (old && old.sha256 === sha256 && old.refused === refused) continue;
      read++;
      note(file.path);
      if (parsed.folder !== undefined) this.#entries.store(parsed.folder, parsed.entry);
      if (refused !== null || !isRecordFile(file.path)) this.#records.report(file.path, 'read', parsed.findings);
    }
    this.#onProgress(changed.length, changed.length);
    return read;
  }

  #remember(generation: number) {
    const insert = this.#database.prepare('INSERT OR IGNORE INTO changed (generation, tag) VALUES (?, ?)');
    for (const tag of this.#tags.has(EVERYTHING) ? [EVERYTHING] : this.#tags) insert.run(generation, tag);
    this.#database.prepare('DELETE FROM changed WHERE generation <= ?').run(generation - REMEMBERED);
  }

  #meta(key: string): string | undefined {
    return metaOf(this.#database, key);
  }

  #setMeta(key: string, value: string) {
    this.#database.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value);
  }
}

const metaOf = (database: DatabaseSync, key: string): string | undefined =>
  (database.prepare('SELECT value FROM meta WHERE key = ?').get(key) as { value: string } | undefined)?.value;

/** Name of the state of its source that an index was last brought to; empty when that has none. */
const stateOf = (database: DatabaseSync): string => metaOf(database, 'state') ?? '';
