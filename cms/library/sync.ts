import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { EntryTable } from './entry-table.ts';
import { measure } from './measure.ts';
import { withIndex } from './open.ts';
import { readEntry, toFolder } from './read-entry.ts';
import { RecordTable } from './record-table.ts';
import { isRecordFile } from './records.ts';
import type { Source, SourceFile } from './source.ts';
import { EVERYTHING, tagOf } from './tags.ts';

/** Generations whose changes are remembered; a reader further behind must take everything as changed. */
const REMEMBERED = 100;
/** From so many changed entries on, naming each tag costs more than rendering everything. */
const MANY = 5000;

export interface Synced {
  /** Number of the index's state; it rises by one with every change. */
  generation: number;
  /** Files read because they were new or changed. */
  read: number;
}

/**
 * Brings the index up to date with its source, in one transaction: parses what changed, forgets what
 * is gone, and notes the tags of everything that a page may have read differently.
 */
export function sync(index: string, source: Source, onProgress: (read: number, of: number) => void = () => {}): Synced {
  return withIndex(index, (database) => transact(database, () => new Sync(database, source, onProgress).run()));
}

function transact<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const done = work();
    database.exec('COMMIT');
    return done;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

class Sync {
  readonly #database: DatabaseSync;
  readonly #source: Source;
  readonly #onProgress: (read: number, of: number) => void;
  readonly #records: RecordTable;
  readonly #entries: EntryTable;
  readonly #tags = new Set<string>();

  constructor(database: DatabaseSync, source: Source, onProgress: (read: number, of: number) => void) {
    this.#database = database;
    this.#source = source;
    this.#onProgress = onProgress;
    this.#records = new RecordTable(database);
    this.#entries = new EntryTable(database, source);
  }

  run(): Synced {
    const before = this.#meta('generation') ?? '0';
    const wasEmpty = before === '0';
    const { changed, gone } = this.#differences();
    const touched = new Set<string>();
    let recordsChanged = false;
    const note = (path: string) => {
      const folder = toFolder(path.slice(0, path.lastIndexOf('/')));
      if (folder) touched.add(folder.path);
      else if (isRecordFile(path)) recordsChanged = true;
      else this.#tags.add(tagOf.file(path));
    };

    if (!wasEmpty) for (const path of [...gone, ...changed.map((file) => file.path)]) this.#rememberOld(path);
    for (const path of gone) {
      this.#forget(path);
      note(path);
    }
    const read = this.#readAll(changed, note);
    if (recordsChanged) this.#records.refresh(this.#source, this.#tags);
    if (this.#records.contextChanged) for (const path of this.#entries.paths()) touched.add(path);
    this.#entries.settle(touched, this.#records, wasEmpty || touched.size > MANY ? undefined : this.#tags);

    const isChanged = wasEmpty || touched.size > 0 || this.#tags.size > 0;
    const generation = Number(before) + (isChanged ? 1 : 0);
    if (wasEmpty || touched.size > MANY || this.#records.contextChanged) this.#tags.add(EVERYTHING);
    this.#remember(generation);
    this.#setMeta('generation', String(generation));
    this.#setMeta('state', this.#source.state);
    return { generation, read };
  }

  #differences(): { changed: SourceFile[]; gone: string[] } {
    const state = this.#meta('state');
    const told = state ? this.#source.changes(state) : undefined;
    if (told)
      return {
        changed: told.filter((change): change is SourceFile => change.stamp !== undefined),
        gone: told.filter(({ stamp }) => stamp === undefined).map(({ path }) => path),
      };
    const known = new Map<string, string>();
    for (const { path, stamp } of this.#database.prepare('SELECT path, stamp FROM file').iterate() as Iterable<{
      path: string;
      stamp: string;
    }>)
      known.set(path, stamp);
    const changed: SourceFile[] = [];
    for (const file of this.#source.files()) {
      const stamp = known.get(file.path);
      known.delete(file.path);
      if (stamp === undefined || file.stamp === '' || stamp !== file.stamp) changed.push(file);
    }
    return { changed, gone: [...known.keys()] };
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

  #readAll(changed: SourceFile[], note: (path: string) => void): number {
    const known = this.#database.prepare('SELECT sha256 FROM file WHERE path = ?');
    const store = this.#database.prepare(
      'INSERT OR REPLACE INTO file (path, stamp, size, sha256, width, height) VALUES (?, ?, ?, ?, ?, ?)',
    );
    let read = 0;
    let index = 0;
    for (const bytes of this.#source.read(changed)) {
      const file = changed[index++]!;
      if (index % 500 === 0) this.#onProgress(index, changed.length);
      if (!bytes) continue;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const old = known.get(file.path) as { sha256: string } | undefined;
      const picture = measure(file.path, bytes);
      store.run(file.path, file.stamp, bytes.length, sha256, picture?.width ?? null, picture?.height ?? null);
      if (old?.sha256 === sha256) continue;
      read++;
      note(file.path);
      this.#take(file.path, bytes);
    }
    this.#onProgress(changed.length, changed.length);
    return read;
  }

  /** Takes over a new or changed file. Files of records are read together afterwards. */
  #take(path: string, bytes: Uint8Array) {
    const parent = path.slice(0, path.lastIndexOf('/'));
    const folder = toFolder(parent);
    if (folder && path.endsWith('/index.md')) {
      const { entry, findings } = readEntry(folder, bytes);
      this.#entries.store(folder, entry);
      this.#records.report(path, 'read', findings);
    } else if (!folder && !isRecordFile(path) && !/^(?:images|lexicon)\/[^/]+$/u.test(path)) {
      const message = path.startsWith('entries/')
        ? '这个文件不在条目的文件夹里。条目放在 entries/<单位>/<类型>/<年份>/<名称>/ 下面，名称只用小写字母、数字和横线。'
        : '内容文件夹里没有安排这个文件的位置。移到条目的文件夹里，或者删去。';
      this.#records.report(path, 'read', [{ file: path, line: 1, column: 1, message }]);
    }
  }

  #remember(generation: number) {
    const insert = this.#database.prepare('INSERT OR IGNORE INTO changed (generation, tag) VALUES (?, ?)');
    for (const tag of this.#tags.has(EVERYTHING) ? [EVERYTHING] : this.#tags) insert.run(generation, tag);
    this.#database.prepare('DELETE FROM changed WHERE generation <= ?').run(generation - REMEMBERED);
  }

  #meta(key: string): string | undefined {
    return (this.#database.prepare('SELECT value FROM meta WHERE key = ?').get(key) as { value: string } | undefined)?.value;
  }

  #setMeta(key: string, value: string) {
    this.#database.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value);
  }
}
