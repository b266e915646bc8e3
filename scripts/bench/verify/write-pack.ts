import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

/** Git's number for a commit in a pack. */
const COMMIT = 1;

/** Commits that are put into a repository all at once: a file for each of a hundred thousand would be another measurement. */
export class CommitPack {
  readonly #parts: Buffer[] = [];

  /** @returns the commit's id */
  add(text: string): string {
    const bytes = Buffer.from(text);
    this.#parts.push(toHead(COMMIT, bytes.length), deflateSync(bytes, { level: 1 }));
    return createHash('sha1').update(`commit ${bytes.length}\0`).update(bytes).digest('hex');
  }

  /** Writes the pack into a bare repository. */
  write(repository: string) {
    const head = Buffer.from('PACK\0\0\0\u0002....', 'latin1');
    head.writeUInt32BE(this.#parts.length / 2, 8);
    const all = Buffer.concat([head, ...this.#parts]);
    const path = join(repository, 'objects', 'pack', 'pack-commits.pack');
    writeFileSync(path, Buffer.concat([all, createHash('sha1').update(all).digest()]));
    execFileSync('git', ['-C', repository, 'index-pack', path], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
}

/** Kind and size as a pack writes them: four bits of the size first, then seven at a time. */
function toHead(kind: number, size: number): Buffer {
  const bytes = [(kind << 4) | (size & 15)];
  for (let rest = size >>> 4; rest > 0; rest >>>= 7) {
    bytes[bytes.length - 1]! |= 128;
    bytes.push(rest & 127);
  }
  return Buffer.from(bytes);
}
