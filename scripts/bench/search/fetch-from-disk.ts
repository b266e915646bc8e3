import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Fetch } from '../../../site/search/search.ts';

/** As `scripts/serving/nginx.conf` compresses; shorter files go as they are. */
const LEVEL = 5;
const LEAST = 1024;
/** Head of an answer and of its question over HTTP/2, roughly. */
const HEAD = 200;

/** Fetches files of a built site from the disk, and counts what a web server would send for them. */
export class DiskFetch implements Fetch {
  readonly #root: string;
  /** Files and bytes that were sent since `begin`. Each is sent once; then the browser has it. */
  requests = 0;
  transferred = 0;
  #held = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  /** Begins to count anew. @param forgets whether the browser has nothing yet */
  begin(forgets: boolean) {
    this.requests = 0;
    this.transferred = 0;
    if (forgets) this.#held = new Set();
  }

  async text(path: string): Promise<string | undefined> {
    return this.read(path)?.toString('utf8');
  }
  async bytes(path: string): Promise<Uint8Array | undefined> {
    return this.read(path);
  }

  /** Files and bytes below a folder. */
  sizeOf(folder: string): { files: number; bytes: number } {
    const sum = { files: 0, bytes: 0 };
    for (const name of readdirSync(join(this.#root, folder))) {
      const path = `${folder}${name}`;
      const stats = statSync(join(this.#root, path));
      const { files, bytes } = stats.isDirectory() ? this.sizeOf(`${path}/`) : { files: 1, bytes: stats.size };
      sum.files += files;
      sum.bytes += bytes;
    }
    return sum;
  }

  read(path: string): Buffer | undefined {
    const file = join(this.#root, path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file)) return undefined;
    const bytes = readFileSync(file);
    if (!this.#held.has(path)) {
      this.#held.add(path);
      this.requests++;
      this.transferred += HEAD + (bytes.length >= LEAST ? gzipSync(bytes, { level: LEVEL }).length : bytes.length);
    }
    return bytes;
  }
}
