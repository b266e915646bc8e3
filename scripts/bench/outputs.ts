import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Folders for what is built, a new one for each time. Deleting tens of thousands of files slows down whatever writes files next:
 * for five minutes, ext4 looks at every freed file before it takes another one, which makes new files up to ten times as dear.
 * So they are deleted together at the end, or earlier when room is short.
 */
export class Outputs {
  readonly #folder: string;
  readonly #kept: string[] = [];
  #freeBefore = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  open(name: string): string {
    const folder = join(this.#folder, name);
    mkdirSync(folder, { recursive: true });
    this.#freeBefore = this.#free();
    return folder;
  }

  close(folder: string) {
    this.#kept.push(folder);
    const free = this.#free();
    if (free < TIMES_OF_ROOM * (this.#freeBefore - free)) this.clear();
  }

  clear() {
    for (const folder of this.#kept.splice(0)) rmSync(folder, { recursive: true, force: true });
  }

  #free(): number {
    const { bavail, bsize } = statfsSync(this.#folder);
    return bavail * bsize;
  }
}

/** The next size may need several times as much. */
const TIMES_OF_ROOM = 10;
