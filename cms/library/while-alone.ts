import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';

/** How often to ask whether the other one has done. In milliseconds. */
const EVERY = 50;
/** SQLite's code for a place that somebody else works on. */
const BUSY = 5;
/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const DAMAGED = [11, 26];

/**
 * Does something while no other process, and nobody else in this one, does the like. The system ends the turn of a process
 * that dies.
 * @param path of a file that is made for this
 * @param patience longest wait for the others, in milliseconds
 * @throws SQLite's error when the patience has ended, or when the file cannot be made
 */
export async function whileAlone<T>(path: string, work: () => Promise<T>, patience = Number.POSITIVE_INFINITY): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  const since = Date.now();
  let turn = take(path);
  for (; 'busy' in turn; turn = take(path)) {
    if (Date.now() - since > patience) throw turn.busy;
    await setTimeout(EVERY);
  }
  try {
    return await work();
  } finally {
    turn.close();
  }
}

/** A damaged file is taken away, to be made anew at the next try. */
function take(path: string): DatabaseSync | { busy: unknown } {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    const code = ((error as { errcode?: number }).errcode ?? 0) & 0xff;
    if (DAMAGED.includes(code)) rmSync(path, { force: true });
    else if (code !== BUSY) throw error;
    return { busy: error };
  }
}
