import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { openStateDatabase } from '../state-database.ts';

const MINUTE = 60_000;
/** A session ends when nobody has done anything for so long, in milliseconds. */
const IDLE = 60 * MINUTE;
/** A session ends so long after the login, in milliseconds: a working day. */
const LONGEST = 12 * 60 * MINUTE;
/** How exactly it is kept when something was done last. */
const STEP = MINUTE;

export interface Session {
  person: string;
  /** The account's stamp at the login. */
  stamp: string;
}

/** Who is logged in. Ids are kept hashed only: who reads the database cannot log in with it. */
export class Sessions {
  readonly #database: DatabaseSync;
  readonly #clock: () => Date;

  constructor(state: string, clock: () => Date) {
    this.#clock = clock;
    this.#database = openStateDatabase(
      state,
      'sessions.sqlite',
      `CREATE TABLE IF NOT EXISTS session (hash TEXT PRIMARY KEY, person TEXT NOT NULL, stamp TEXT NOT NULL, since INTEGER NOT NULL, seen INTEGER NOT NULL) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS session_person ON session (person)`,
    );
  }

  /** @returns the id of a new session, which nobody has seen before */
  begin({ person, stamp }: Session): string {
    const now = this.#clock().getTime();
    this.#database.prepare('DELETE FROM session WHERE seen <= ? OR since <= ?').run(now - IDLE, now - LONGEST);
    const id = randomBytes(32).toString('base64url');
    this.#database.prepare('INSERT INTO session VALUES (?, ?, ?, ?, ?)').run(toHash(id), person, stamp, now, now);
    return id;
  }

  /** The session of an id, if it has not ended. @param isActive whether somebody did something just now */
  find(id: string, isActive: boolean): Session | undefined {
    const now = this.#clock().getTime();
    const row = this.#database.prepare('SELECT person, stamp, since, seen FROM session WHERE hash = ?').get(toHash(id));
    if (!row) return undefined;
    const [since, seen] = [Number(row.since), Number(row.seen)];
    if (now - seen >= IDLE || now - since >= LONGEST) {
      this.end(id);
      return undefined;
    }
    if (isActive && now - seen >= STEP) this.#database.prepare('UPDATE session SET seen = ? WHERE hash = ?').run(now, toHash(id));
    return { person: String(row.person), stamp: String(row.stamp) };
  }

  end(id: string): void {
    this.#database.prepare('DELETE FROM session WHERE hash = ?').run(toHash(id));
  }

  /** Ends everything that a person has open anywhere. */
  endAllOf(person: string): void {
    this.#database.prepare('DELETE FROM session WHERE person = ?').run(person);
  }
}

const toHash = (id: string) => createHash('sha256').update(id).digest('base64url');
