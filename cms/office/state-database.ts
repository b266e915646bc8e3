import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** How long one process waits for another that writes. */
const PATIENCE_MS = 5000;

/** Opens a database of the office's state folder, which nobody else on the machine may read. @param tables statements that make what is not there yet */
export function openStateDatabase(state: string, name: string, tables: string): DatabaseSync {
  mkdirSync(state, { recursive: true, mode: 0o700 });
  const place = join(state, name);
  closeSync(openSync(place, 'a', 0o600));
  const database = new DatabaseSync(place, { timeout: PATIENCE_MS });
  database.exec(`PRAGMA synchronous = FULL; ${tables}`);
  return database;
}
