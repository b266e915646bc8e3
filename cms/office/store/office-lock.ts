import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Refusal } from './refusal.ts';

/** A ref transaction that was begun: by which process, and the lock files that it makes. */
export interface Begun {
  process: string;
  /** From the repository's top. */
  locks: string[];
}

/**
 * Keeps a second office off the repository for as long as this process lives, and remembers the ref transaction under way, so that
 * a lock file that Git leaves behind can be known as ours.
 */
export class OfficeLock {
  readonly #database: DatabaseSync;

  /** @throws Refusal when another office has the repository */
  constructor(repository: string) {
    this.#database = new DatabaseSync(join(repository, 'office.db'), { timeout: 0 });
    try {
      this.#database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN EXCLUSIVE');
      this.#database.exec('CREATE TABLE IF NOT EXISTS begun (process TEXT NOT NULL, locks TEXT NOT NULL) STRICT; COMMIT');
    } catch (error) {
      this.#database.close();
      if ((error as { errcode?: number }).errcode !== BUSY) throw error;
      throw new Refusal('failed', `办公平台正在使用仓库 ${repository}。先停掉它，再运行这个命令。`);
    }
  }

  begin({ process, locks }: Begun) {
    this.#database.prepare('INSERT INTO begun (process, locks) VALUES (?, ?)').run(process, JSON.stringify(locks));
  }

  /** The transaction has ended, well or not, and its process with it. */
  end() {
    this.#database.exec('DELETE FROM begun');
  }

  /** Transactions that never ended. */
  begun(): Begun[] {
    const rows = this.#database.prepare('SELECT process, locks FROM begun').all() as { process: string; locks: string }[];
    return rows.map(({ process, locks }) => ({ process, locks: JSON.parse(locks) as string[] }));
  }

  close() {
    this.#database.close();
  }
}

/** SQLite's code for a place that somebody else works on. */
const BUSY = 5;
