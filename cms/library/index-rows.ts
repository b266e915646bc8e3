import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** The index as it is read: statements are prepared once, and what is small is kept. */
export class IndexRows {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();
  readonly #kept = new Map<string, unknown>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  close() {
    this.#database.close();
  }

  sql(text: string): StatementSync {
    let statement = this.#prepared.get(text);
    if (!statement) this.#prepared.set(text, (statement = this.#database.prepare(text)));
    return statement;
  }

  /** What the index says of itself under this name. */
  meta(key: string): string | undefined {
    return (this.sql('SELECT value FROM meta WHERE key = ?').get(key) as { value: string } | undefined)?.value;
  }

  /** Reads something once and gives it again for the same key. */
  kept<T>(key: string, read: () => T): T {
    if (!this.#kept.has(key)) this.#kept.set(key, read());
    return this.#kept.get(key) as T;
  }
}
