import { DatabaseSync } from 'node:sqlite';

/** Someone else is building into the same place. */
export class LockedError extends Error {}

/** Holds a place for one process. The system lets go of it when the process ends, however it ends. */
export function lock(path: string): { release(): void } {
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch {
    database.close();
    throw new LockedError('另一次构建正在往同一个地方写。等它结束，或者换一个 --out。');
  }
  return { release: () => database.close() };
}
