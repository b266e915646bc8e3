import { spawnSync } from 'node:child_process';
import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Waits until directories and the files in them are on the disk, so that a power cut cannot leave empty files behind
 * a release. Linux is asked for its whole file system at once, so that not every file has to wait for the disk.
 * @param folder that holds the directories
 */
export function makeDurable(folder: string, directories: Iterable<string>) {
  const isDone = process.platform === 'linux' && spawnSync('sync', ['-f', folder], { stdio: 'ignore' }).status === 0;
  if (!isDone) syncEach(folder, directories);
}

/** The same, file by file, with everything below the directories. Links are not followed. */
export function syncEach(folder: string, directories: Iterable<string>) {
  for (const directory of directories) {
    const path = join(folder, directory);
    const items = readdirSync(path, { withFileTypes: true });
    for (const item of items) if (item.isFile()) sync(join(path, item.name), 'r+');
    syncEach(
      path,
      items.flatMap((item) => (item.isDirectory() ? [item.name] : [])),
    );
  }
  // Windows has no such thing for folders.
  if (process.platform !== 'win32') sync(folder, 'r');
}

function sync(path: string, flags: 'r' | 'r+') {
  const opened = openSync(path, flags);
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
