import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { openStateDatabase } from '../state-database.ts';
import { BEGINNING, INTERRUPTED, toHash } from './line.ts';
import type { AuditAct } from './words.ts';

/** Where the log ends: its lines, its bytes, and the hash of its last line. */
export interface Head {
  lines: number;
  bytes: number;
  hash: string;
}

/** What happened; `person` is the account, or `-` when nobody is logged in. */
export interface Act {
  person: string;
  act: AuditAct;
  detail?: string;
}

/**
 * The audit log of a state folder: lines are only ever added. Each holds the hash of the one before, and where the
 * log ends is kept beside it, so that a missing end is found as well. Several processes may write.
 */
export class Audit {
  readonly path: string;
  readonly #head: DatabaseSync;
  readonly #now: () => Date;

  constructor(state: string, now: () => Date) {
    this.path = join(state, 'audit.jsonl');
    this.#now = now;
    this.#head = openStateDatabase(
      state,
      'audit.sqlite',
      `CREATE TABLE IF NOT EXISTS head (only INTEGER PRIMARY KEY CHECK (only = 1), lines INTEGER NOT NULL, bytes INTEGER NOT NULL, hash TEXT NOT NULL);
      INSERT OR IGNORE INTO head VALUES (1, 0, 0, '${BEGINNING}')`,
    );
  }

  get head(): Head {
    return this.#head.prepare('SELECT lines, bytes, hash FROM head').get() as unknown as Head;
  }

  /** Adds a line; when this returns, it is on disk. */
  add({ person, act, detail = '' }: Act): void {
    this.#head.exec('BEGIN IMMEDIATE');
    const file = openSync(this.path, 'a+', 0o600);
    try {
      let head = adopt(file, this.head);
      const write = (what: Required<Act>) => {
        const line = JSON.stringify({ at: this.#now().toISOString(), ...what, before: head.hash });
        writeSync(file, `${line}\n`);
        head = { lines: head.lines + 1, bytes: fstatSync(file).size, hash: toHash(line) };
      };
      if (head.interrupted) write({ person: '-', act: INTERRUPTED, detail: '' });
      write({ person, act, detail });
      fsyncSync(file);
      this.#head.prepare('UPDATE head SET lines = ?, bytes = ?, hash = ?').run(head.lines, head.bytes, head.hash);
      this.#head.exec('COMMIT');
    } catch (error) {
      this.#head.exec('ROLLBACK');
      throw error;
    } finally {
      closeSync(file);
    }
  }

  close(): void {
    this.#head.close();
  }
}

/** Takes over what a killed process wrote after the head; an unfinished line is ended, and stays. */
function adopt(file: number, head: Head): Head & { interrupted?: boolean } {
  const { size } = fstatSync(file);
  if (size <= head.bytes) return head;
  const rest = Buffer.alloc(size - head.bytes);
  readSync(file, rest, 0, rest.length, head.bytes);
  const interrupted = rest.at(-1) !== 0x0a;
  if (interrupted) writeSync(file, '\n');
  let { lines, hash } = head;
  for (let start = 0; start < rest.length; ) {
    const end = rest.indexOf(0x0a, start);
    const line = rest.subarray(start, end < 0 ? rest.length : end);
    lines++;
    hash = toHash(line);
    start += line.length + 1;
  }
  return { lines, hash, bytes: fstatSync(file).size, interrupted };
}
