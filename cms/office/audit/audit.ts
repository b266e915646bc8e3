import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { placesOf } from '../../library/places-of.ts';
import { openStateDatabase } from '../state-database.ts';
import { BEGINNING, INTERRUPTED, toHash } from './line.ts';
import { type Owed, Reserve } from './reserve.ts';
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
  readonly #reserve: Reserve;

  constructor(state: string, now: () => Date) {
    this.path = join(state, 'audit.jsonl');
    this.#now = now;
    this.#head = openStateDatabase(
      state,
      'audit.sqlite',
      `CREATE TABLE IF NOT EXISTS head (only INTEGER PRIMARY KEY CHECK (only = 1), lines INTEGER NOT NULL, bytes INTEGER NOT NULL, hash TEXT NOT NULL);
      INSERT OR IGNORE INTO head VALUES (1, 0, 0, '${BEGINNING}')`,
    );
    this.#reserve = new Reserve(state);
  }

  get head(): Head {
    return this.#head.prepare('SELECT lines, bytes, hash FROM head').get() as unknown as Head;
  }

  /**
   * Adds a line; when this returns, it is on disk. Lines that are owed from before come first, after one that tells of the gap.
   * @throws when the log cannot be written; it is then as it was
   */
  add({ person, act, detail = '' }: Act): void {
    this.#head.exec('BEGIN IMMEDIATE');
    let file: number | undefined;
    try {
      file = openSync(this.path, 'a+', 0o600);
      const { size } = fstatSync(file);
      const owed = this.#reserve.lines();
      this.#append(file, size, owed, { at: this.#now().toISOString(), person, act, detail });
      this.#head.exec('COMMIT');
      if (owed.length > 0) this.#reserve.clear();
    } catch (error) {
      this.#head.exec('ROLLBACK');
      throw error;
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }

  /**
   * Adds a line for something that has been done already. When the log cannot be written, the line is kept in reserve until it can.
   * @returns whether it is in the log
   */
  note(done: Act): boolean {
    try {
      this.add(done);
      return true;
    } catch (error) {
      const { person, act, detail = '' } = done;
      console.error(`审计记录写不进去，先记在 audit-reserve 里。清理磁盘以后自动补记。\n${placesOf(error)}`);
      try {
        this.#reserve.put({ at: this.#now().toISOString(), person, act, detail });
      } catch {
        console.error(`audit-reserve 也写不进去，这一步只记在这里：${this.#now().toISOString()} ${person} ${act} ${detail}`);
      }
      return false;
    }
  }

  #append(file: number, size: number, owed: readonly Owed[], last: Owed) {
    try {
      let head = adopt(file, this.head);
      const write = (what: Owed) => {
        const line = JSON.stringify({ ...what, before: head.hash });
        const bytes = Buffer.from(`${line}\n`);
        if (writeSync(file, bytes) < bytes.length) throw new Error('ENOSPC: the audit log was not written whole');
        head = { lines: head.lines + 1, bytes: fstatSync(file).size, hash: toHash(line) };
      };
      if (head.interrupted || owed.length > 0)
        write({ at: last.at, person: '-', act: INTERRUPTED, detail: owed.length > 0 ? `当时写不进去，补记${owed.length}行` : '' });
      for (const line of [...owed, last]) write(line);
      fsyncSync(file);
      this.#head.prepare('UPDATE head SET lines = ?, bytes = ?, hash = ?').run(head.lines, head.bytes, head.hash);
    } catch (error) {
      ftruncateSync(file, size);
      throw error;
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
