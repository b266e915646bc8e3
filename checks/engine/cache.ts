import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Finding } from '../finding.ts';

/** After so many new judgements they are kept for good, so that a check that is killed need not begin anew. */
const EVERY = 500;

/** Remembers what the rules on words and files said of bytes they have seen. It holds no text that was found. */
export class Cache {
  readonly #database: DatabaseSync;
  readonly #known: ReadonlyMap<string, string>;
  #fresh = 0;

  /** @param version of the rules; what another version said is forgotten */
  constructor(path: string, version: string) {
    mkdirSync(dirname(path), { recursive: true });
    try {
      [this.#database, this.#known] = open(path, version);
    } catch {
      for (const end of ['', '-wal', '-shm']) rmSync(path + end, { recursive: true, force: true });
      [this.#database, this.#known] = open(path, version);
    }
    this.#database.exec('BEGIN');
  }

  /** What was said of a file; undefined when it is not known. */
  get(key: string): Finding[] | undefined {
    const said = this.#known.get(key);
    try {
      return said === undefined ? undefined : JSON.parse(said);
    } catch {
      return undefined;
    }
  }

  set(key: string, findings: readonly Finding[]) {
    this.#database.prepare('INSERT OR REPLACE INTO judged (key, said) VALUES (?, ?)').run(key, JSON.stringify(findings));
    if (++this.#fresh % EVERY === 0) this.#database.exec('COMMIT; BEGIN');
  }

  close() {
    this.#database.exec('COMMIT');
    this.#database.close();
  }
}

function open(path: string, version: string): [DatabaseSync, Map<string, string>] {
  const database = new DatabaseSync(path, { timeout: 5000 });
  try {
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE IF NOT EXISTS judged (key TEXT PRIMARY KEY, said TEXT NOT NULL) WITHOUT ROWID',
    );
    if (database.prepare("SELECT said FROM judged WHERE key = 'version'").get()?.said !== version) {
      database.exec('BEGIN; DELETE FROM judged');
      database.prepare("INSERT INTO judged (key, said) VALUES ('version', ?)").run(version);
      database.exec('COMMIT');
    }
    const known = new Map<string, string>();
    for (const { key, said } of database.prepare('SELECT key, said FROM judged').iterate()) known.set(String(key), String(said));
    return [database, known];
  } catch (error) {
    database.close();
    throw error;
  }
}
