import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { openStateDatabase } from '../state-database.ts';

/** Failures count for so long, in milliseconds. */
const WINDOW = 15 * 60_000;
/** So many failures within the window are borne. */
const BORNE = { account: 5, address: 50 } as const;

/** Something tried with a password. It counts as failed until it is known to have succeeded, so that many at once win nothing. */
export interface Attempt {
  account: string;
  row: number | bigint;
}

/** Failed attempts, by account and by address. What was typed is kept hashed only: it may be a password in the wrong place. */
export class Attempts {
  readonly #database: DatabaseSync;
  readonly #clock: () => Date;

  constructor(state: string, clock: () => Date) {
    this.#clock = clock;
    this.#database = openStateDatabase(
      state,
      'attempts.sqlite',
      `CREATE TABLE IF NOT EXISTS failure (id INTEGER PRIMARY KEY, account TEXT NOT NULL, address TEXT NOT NULL, at INTEGER NOT NULL);
      CREATE INDEX IF NOT EXISTS failure_account ON failure (account);
      CREATE INDEX IF NOT EXISTS failure_address ON failure (address)`,
    );
  }

  /** @returns what must wait when there have been too many: this account, known or not, or this address */
  begin(account: string, address: string): Attempt | keyof typeof BORNE {
    const now = this.#clock().getTime();
    this.#database.prepare('DELETE FROM failure WHERE at <= ?').run(now - WINDOW);
    const key = createHash('sha256').update(account).digest('base64url');
    if (this.#count('address', address) >= BORNE.address) return 'address';
    if (this.#count('account', key) >= BORNE.account) return 'account';
    const { lastInsertRowid } = this.#database
      .prepare('INSERT INTO failure (account, address, at) VALUES (?, ?, ?)')
      .run(key, address, now);
    return { account: key, row: lastInsertRowid };
  }

  /** @returns whether this failure was the last one that is borne of the account */
  failed({ account }: Attempt): boolean {
    return this.#count('account', account) >= BORNE.account;
  }

  /** Forgets the failures of the account; those of the address stay. */
  succeeded({ account, row }: Attempt): void {
    this.#database.prepare("UPDATE failure SET account = '' WHERE account = ?").run(account);
    this.#database.prepare('DELETE FROM failure WHERE id = ?').run(row);
  }

  #count(column: keyof typeof BORNE, value: string): number {
    return Number(this.#database.prepare(`SELECT count(*) AS failures FROM failure WHERE ${column} = ?`).get(value)!.failures);
  }
}
