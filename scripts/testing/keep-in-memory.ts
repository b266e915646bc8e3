import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system in memory, which Linux has there. */
const MEMORY = '/dev/shm';
/** Without so much room, in bytes, files go where they always do. */
const ROOM = 4e9;

/**
 * Has the files that tests write lie in memory where there is room: they are many, small and soon gone, and a disk is asked to
 * make nearly each of them durable. Another place is named with TMPDIR.
 */
export function keepInMemory(): void {
  if (process.env.TMPDIR !== undefined || !hasRoom()) return;
  // Compiled code stays where Node keeps it, for the next run too.
  process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'node-compile-cache');
  const folder = mkdtempSync(join(MEMORY, 'gongkai-test-'));
  // As /tmp is: tests run programs as other users too.
  chmodSync(folder, 0o1777);
  process.env.TMPDIR = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return process.platform === 'linux' && Math.min(bavail * bsize, freemem()) >= ROOM;
  } catch {
    return false;
  }
}
