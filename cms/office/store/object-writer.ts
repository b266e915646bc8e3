import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { GitObject } from './object-reader.ts';

const compress = promisify(deflate);
/** Git takes files of this name for its own unfinished ones. */
const UNFINISHED = 'tmp_obj_office_';

/**
 * Writes loose objects as Git does: under a name of no meaning, onto the disk, then renamed to their hash. Git has no command that
 * writes objects of several kinds without a process for each, which takes longer than all the rest of a save.
 */
export class ObjectWriter {
  readonly #folder: string;

  constructor(repository: string) {
    this.#folder = join(repository, 'objects');
  }

  /** @returns the object's id */
  async write(kind: GitObject['kind'], bytes: Uint8Array): Promise<string> {
    const head = Buffer.from(`${kind} ${bytes.length}\0`);
    const id = createHash('sha1').update(head).update(bytes).digest('hex');
    const path = join(this.#folder, id.slice(0, 2), id.slice(2));
    if (existsSync(path)) return id;
    const unfinished = join(this.#folder, `${UNFINISHED}${randomUUID()}`);
    try {
      const file = await open(unfinished, 'wx', 0o444);
      try {
        await file.writeFile(await compress(Buffer.concat([head, bytes]), { level: 1 }));
        await file.sync();
      } finally {
        await file.close();
      }
      await renameInto(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    return id;
  }

  /** Takes away what a dead office did not finish. */
  clear() {
    for (const name of readdirSync(this.#folder)) if (name.startsWith(UNFINISHED)) rmSync(join(this.#folder, name), { force: true });
  }
}

/** Moves a file into a folder that is made for it. Git takes the folder away again when it packs what is in it. */
async function renameInto(from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await mkdir(dirname(to), { recursive: true });
      return await rename(from, to);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || attempt === 9) throw error;
    }
  }
}
