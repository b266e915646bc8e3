import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { openStateDatabase } from '../state-database.ts';
import { COST, hashPassword, isPassword } from './password.ts';

export interface Account {
  id: string;
  disabled: boolean;
}

/** Who may log in, kept in a state folder. What a person may do is not kept here: the units' files say it. */
export class Accounts {
  readonly #database: DatabaseSync;
  readonly #cost: typeof COST;

  constructor(state: string, cost = COST) {
    this.#cost = cost;
    this.#database = openStateDatabase(
      state,
      'accounts.sqlite',
      'CREATE TABLE IF NOT EXISTS account (id TEXT PRIMARY KEY, hash TEXT NOT NULL, disabled INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID',
    );
  }

  list(): Account[] {
    const rows = this.#database.prepare('SELECT id, disabled FROM account ORDER BY id').all();
    return rows.map(({ id, disabled }) => ({ id: String(id), disabled: disabled === 1 }));
  }

  /** @returns false when there is such an account already. */
  async add(id: string, password: string): Promise<boolean> {
    const hash = await hashPassword(password, this.#cost);
    return this.#database.prepare('INSERT OR IGNORE INTO account (id, hash) VALUES (?, ?)').run(id, hash).changes === 1;
  }

  /** @returns false when there is no such account. */
  async setPassword(id: string, password: string): Promise<boolean> {
    const hash = await hashPassword(password, this.#cost);
    return this.#database.prepare('UPDATE account SET hash = ? WHERE id = ?').run(hash, id).changes === 1;
  }

  /** @returns false when there is no such account. */
  setDisabled(id: string, disabled: boolean): boolean {
    return this.#database.prepare('UPDATE account SET disabled = ? WHERE id = ?').run(Number(disabled), id).changes === 1;
  }

  /** Whether this account may log in with this password; an unknown or disabled account takes as long as a known one. */
  async accepts(id: string, password: string): Promise<boolean> {
    return isPassword(password, this.#hash(id), this.#cost);
  }

  /** Another one whenever the password is; undefined for an unknown or disabled account. */
  stamp(id: string): string | undefined {
    const hash = this.#hash(id);
    return hash && createHash('sha256').update(hash).digest('base64url');
  }

  close(): void {
    this.#database.close();
  }

  #hash(id: string): string | undefined {
    const row = this.#database.prepare('SELECT hash FROM account WHERE id = ? AND disabled = 0').get(id);
    return row && String(row.hash);
  }
}
