import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Folders for what is built, a new one for each round. Deleting tens of thousands of files slows down whatever
 * writes files next, so they are deleted together at the end, or earlier when room is short.
 */
export class Outputs {
  readonly #folder: string;
  readonly #kept: string[] = [];
  #freeBefore = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  open(round: number): string {
    const folder = join(this.#folder, `round-${round}`);
    mkdirSync(folder, { recursive: true });
    this.#freeBefore = this.#free();
    return folder;
  }

  close(folder: string) {
    this.#kept.push(folder);
    const free = this.#free();
    if (free < ROUNDS_OF_ROOM * (this.#freeBefore - free)) this.clear();
  }

  clear() {
    for (const folder of this.#kept.splice(0)) rmSync(folder, { recursive: true, force: true });
  }

  #free(): number {
    const { bavail, bsize } = statfsSync(this.#folder);
    return bavail * bsize;
  }
}

const ROUNDS_OF_ROOM = 3;
