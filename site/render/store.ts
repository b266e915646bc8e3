import { createHash } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Directories that never change once they are there, each named by a hash of everything below it. A directory
 * holds its own files and links to its subdirectories, so that two releases share every directory that is
 * the same in both, and the name of a root directory vouches for every byte of a release.
 */
export class Store {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
    mkdirSync(root, { recursive: true });
  }

  has = (id: string) => existsSync(join(this.#root, id));
  pathOf = (id: string) => join(this.#root, id);

  /** An empty directory to fill; it becomes visible only by `keep`. */
  stage(): string {
    const staged = mkdtempSync(join(this.#root, STAGED));
    // The temporary name comes with a mode that would shut out the web server.
    chmodSync(staged, 0o755);
    return staged;
  }

  /** Takes over unchanged files from a directory that is kept already. */
  carry(from: string, names: Iterable<string>, staged: string) {
    for (const name of names) linkSync(join(this.#root, from, name), join(staged, name));
  }

  /** Gives a filled directory its subdirectories and its name, under which it stays. */
  keep(staged: string, id: string, children: ReadonlyMap<string, string>) {
    const target = join(this.#root, id);
    if (existsSync(target)) {
      rmSync(staged, { recursive: true });
      return;
    }
    for (const [name, child] of children) symlinkSync(`../${child}`, join(staged, name), 'dir');
    renameSync(staged, target);
  }

  remove(id: string) {
    rmSync(join(this.#root, id), { recursive: true, force: true });
  }

  /** Removes what a broken-off build left: directories that nobody names. */
  sweep(known: ReadonlySet<string>) {
    for (const name of readdirSync(this.#root)) if (!known.has(name)) this.remove(name);
  }
}

const STAGED = '.staged-';

/** The name of a directory: a hash of the names and hashes of its files and subdirectories. */
export function toDirectoryId(files: ReadonlyMap<string, string>, children: ReadonlyMap<string, string>): string {
  const lines = [
    ...[...files].map(([name, sha256]) => `file ${sha256} ${name}\n`),
    ...[...children].map(([name, id]) => `directory ${id} ${name}\n`),
  ];
  return createHash('sha256').update(lines.sort().join('')).digest('hex');
}

/** Points the public link at a release in one step: a reader sees the old one or the new one. */
export function switchTo(link: string, target: string) {
  const fresh = `${link}.${process.pid}`;
  rmSync(fresh, { force: true });
  symlinkSync(target, fresh, 'dir');
  renameSync(fresh, link);
}
