import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Finding } from '../finding.ts';

/** After so many new judgements they are kept for good, so that a check that is killed need not begin anew. */
const EVERY = 500;

/** Remembers what the rules on words and files said of bytes they have seen. It holds no text that was found. */
export class Cache {
  readonly #path: string;
  readonly #version: string;
  #database: DatabaseSync;
  #find: StatementSync | undefined;
  #fresh = 0;

  /** @param version of the rules; what another version said is forgotten */
  constructor(path: string, version: string) {
    this.#path = path;
    this.#version = version;
    mkdirSync(dirname(path), { recursive: true });
    try {
      this.#database = open(path, version);
    } catch {
      this.#database = this.#anew();
    }
  }

  /** What was said of a file; undefined when it is not known. */
  get(key: string): Finding[] | undefined {
    try {
      this.#find ??= this.#database.prepare('SELECT said FROM judged WHERE key = ?');
      const said = this.#find.get(key)?.said;
      return said === undefined ? undefined : JSON.parse(String(said));
    } catch {
      return undefined;
    }
  }

  set(key: string, findings: readonly Finding[]) {
    const insert = () =>
      this.#database.prepare('INSERT OR REPLACE INTO judged (key, said) VALUES (?, ?)').run(key, JSON.stringify(findings));
    try {
      insert();
    } catch {
      // Damaged where nobody had looked yet.
      this.#database.close();
      this.#database = this.#anew();
      this.#find = undefined;
      insert();
    }
    if (++this.#fresh % EVERY === 0) this.#database.exec('COMMIT; BEGIN');
  }

  close() {
    this.#database.exec('COMMIT');
    this.#database.close();
  }

  #anew(): DatabaseSync {
    for (const end of ['', '-wal', '-shm']) rmSync(this.#path + end, { recursive: true, force: true });
    return open(this.#path, this.#version);
  }
}

/** A memory in which a transaction has begun. */
function open(path: string, version: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 5000 });
  try {
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE IF NOT EXISTS judged (key TEXT PRIMARY KEY, said TEXT NOT NULL) WITHOUT ROWID; BEGIN',
    );
    if (database.prepare("SELECT said FROM judged WHERE key = 'version'").get()?.said !== version) {
      database.exec('DELETE FROM judged');
      database.prepare("INSERT INTO judged (key, said) VALUES ('version', ?)").run(version);
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
