import { mkdirSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';

/** Somebody else works there, and the wait for them has ended. */
export class BusyError extends Error {}

/** How often to ask whether the other one has done. In milliseconds. */
const EVERY = 50;
/** SQLite's code for a place that somebody else works on. */
const BUSY = 5;
/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const DAMAGED = [11, 26];

interface Wait {
  /** Longest wait for the others, in milliseconds. Without it, as long as they take. */
  patience?: number;
  /** What to say when it has ended. */
  message?: string;
}

/**
 * Does something while no other process, and nobody else in this one, does the like. The system ends the turn of a process
 * that dies.
 * @param path of a file that is made for this
 * @throws BusyError when the patience has ended, SQLite's error when the file cannot be made
 */
export async function whileAlone<T>(
  path: string,
  work: () => Promise<T>,
  { patience = Number.POSITIVE_INFINITY, message = '另一个程序正在这里工作。等它结束再试。' }: Wait = {},
): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  const since = Date.now();
  let turn = take(path);
  for (; !turn; turn = take(path)) {
    if (Date.now() - since >= patience) throw new BusyError(message);
    await setTimeout(EVERY);
  }
  try {
    return await work();
  } finally {
    turn.close();
  }
}

/**
 * A damaged file is emptied and taken. It is not removed: whoever has taken it meanwhile would go on with a
 * file that nobody finds, and the next one would not wait.
 */
function take(path: string): DatabaseSync | undefined {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    const code = ((error as { errcode?: number }).errcode ?? 0) & 0xff;
    if (code === BUSY) return undefined;
    if (!DAMAGED.includes(code)) throw error;
    truncateSync(path);
    return take(path);
  }
}
