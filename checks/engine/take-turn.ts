import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Longest wait for another check on the same state folder. In milliseconds. */
const PATIENCE = 1_800_000;

/**
 * Waits until no other process works on the same place, and keeps others waiting until the returned function is called.
 * The system ends the turn of a process that dies.
 * @param path of a file that is made for this
 */
export function takeTurn(path: string): () => void {
  mkdirSync(dirname(path), { recursive: true });
  try {
    return begin(path);
  } catch (error) {
    if ((error as { errcode?: number }).errcode === BUSY) throw error;
    rmSync(path, { recursive: true, force: true });
    return begin(path);
  }
}

/** SQLite's code for a place that somebody else works on. */
const BUSY = 5;

function begin(path: string): () => void {
  const database = new DatabaseSync(path, { timeout: PATIENCE });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw error;
  }
  return () => database.close();
}
