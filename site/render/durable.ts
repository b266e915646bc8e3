import { spawnSync } from 'node:child_process';
import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Waits until directories and the files in them are on the disk, so that a power cut cannot leave empty files behind
 * a release. Linux is asked for its whole file system at once, which takes a tenth of the time of each file by itself.
 * @param store folder that holds the directories
 */
export function makeDurable(store: string, directories: Iterable<string>) {
  const isDone = process.platform === 'linux' && spawnSync('sync', ['-f', store], { stdio: 'ignore' }).status === 0;
  if (!isDone) syncEach(store, directories);
}

/** The same, file by file. */
export function syncEach(store: string, directories: Iterable<string>) {
  for (const directory of directories) {
    const path = join(store, directory);
    for (const item of readdirSync(path, { withFileTypes: true })) if (item.isFile()) sync(join(path, item.name), 'r+');
    if (process.platform !== 'win32') sync(path, 'r');
  }
  if (process.platform !== 'win32') sync(store, 'r');
}

function sync(path: string, flags: 'r' | 'r+') {
  const opened = openSync(path, flags);
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
