import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Finding } from '../finding.ts';

/** Remembers what the rules on words and files said of bytes they have seen. It holds no text that was found. */
export class Cache {
  readonly #database: DatabaseSync;
  readonly #known = new Map<string, string>();

  /** @param version of the rules; what another version said is forgotten */
  constructor(path: string, version: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.#database = openOrReplace(path);
    const row = this.#database.prepare("SELECT said FROM judged WHERE key = 'version'").get();
    if (row?.said !== version) {
      this.#database.exec('DELETE FROM judged');
      this.#database.prepare("INSERT INTO judged (key, said) VALUES ('version', ?)").run(version);
    }
    for (const { key, said } of this.#database.prepare('SELECT key, said FROM judged').iterate())
      this.#known.set(String(key), String(said));
    this.#database.exec('BEGIN');
  }

  get(key: string): Finding[] | undefined {
    const said = this.#known.get(key);
    return said === undefined ? undefined : JSON.parse(said);
  }

  set(key: string, findings: readonly Finding[]) {
    this.#database.prepare('INSERT OR REPLACE INTO judged (key, said) VALUES (?, ?)').run(key, JSON.stringify(findings));
  }

  close() {
    this.#database.exec('COMMIT');
    this.#database.close();
  }
}

function openOrReplace(path: string): DatabaseSync {
  try {
    return open(path);
  } catch {
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
    return open(path);
  }
}

function open(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 5000 });
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE IF NOT EXISTS judged (key TEXT PRIMARY KEY, said TEXT NOT NULL) WITHOUT ROWID',
  );
  return database;
}
