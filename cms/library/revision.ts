import { execFileSync } from 'node:child_process';
import type { Content } from './content.ts';
import { type Source, type SourceChange, SourceError, type SourceFile } from './source.ts';

/** Blobs asked of one `git cat-file` process; bounds the memory that its answer takes. */
const BATCH_BYTES = 32 * 1024 * 1024;
const ROOT_MARK = 'portal.yaml';

/** Content in a revision of a Git repository, bare or not. The working tree is never looked at. */
export class Revision implements Source {
  readonly name: string;
  readonly state: string;
  readonly content: Content;
  readonly #repository: string;
  /** Folder of the content root inside the repository, with a final `/`; empty for its top. */
  readonly #root: string;

  constructor(repository: string, revision = 'HEAD') {
    this.#repository = repository;
    this.state = this.#commit(revision);
    this.content = { repository, revision: this.state };
    this.name = `${repository}@${this.state.slice(0, 12)}`;
    this.#root = this.#has(ROOT_MARK) ? '' : 'content/';
  }

  files(): SourceFile[] {
    const listing = this.#git(['ls-tree', '-r', '-z', '-l', '--full-tree', this.state]).toString('utf8');
    return listing.split('\0').flatMap((line) => {
      const [info = '', path = ''] = line.split('\t');
      const [mode, , stamp = '', size = '0'] = info.split(/ +/u);
      return isFile(mode) && this.#isContent(path) ? [{ path: path.slice(this.#root.length), stamp, size: Number(size) }] : [];
    });
  }

  changes(since: string): SourceChange[] | undefined {
    try {
      const raw = this.#git(['diff-tree', '-r', '-z', '--no-renames', since, this.state]).toString('utf8').split('\0');
      const changes: SourceChange[] = [];
      for (let i = 0; i + 1 < raw.length; i += 2) {
        const [, mode, , stamp = ''] = (raw[i] ?? '').split(' ');
        const path = raw[i + 1] ?? '';
        if (!this.#isContent(path)) continue;
        const inside = path.slice(this.#root.length);
        changes.push(isFile(mode) ? { path: inside, stamp, size: -1 } : { path: inside });
      }
      return changes;
    } catch {
      return undefined;
    }
  }

  *read(files: readonly SourceFile[]): Generator<Uint8Array | undefined> {
    let batch: SourceFile[] = [];
    let bytes = 0;
    for (const file of files) {
      batch.push(file);
      bytes += Math.max(file.size, 0);
      if (bytes < BATCH_BYTES && batch.length < 5000) continue;
      yield* this.#readBatch(batch);
      batch = [];
      bytes = 0;
    }
    if (batch.length > 0) yield* this.#readBatch(batch);
  }

  readOne(path: string): Uint8Array | undefined {
    try {
      return this.#git(['cat-file', 'blob', `${this.state}:${this.#root}${path}`]);
    } catch {
      return undefined;
    }
  }

  *#readBatch(files: readonly SourceFile[]): Generator<Uint8Array | undefined> {
    const output = this.#git(['cat-file', '--batch'], `${files.map((file) => file.stamp).join('\n')}\n`);
    let at = 0;
    for (const _ of files) {
      const end = output.indexOf(10, at);
      const [, kind, size] = output.toString('latin1', at, end).split(' ');
      at = end + 1;
      if (kind !== 'blob') {
        yield undefined;
        continue;
      }
      yield output.subarray(at, at + Number(size));
      at += Number(size) + 1;
    }
  }

  #isContent = (path: string) => path.startsWith(this.#root) && !path.split('/').some((part) => part.startsWith('.'));

  #has(path: string): boolean {
    return this.#git(['ls-tree', '-z', '--full-tree', this.state, path]).length > 0;
  }

  #commit(revision: string): string {
    try {
      return this.#git(['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`])
        .toString('utf8')
        .trim();
    } catch {
      throw new SourceError(`在 ${this.#repository} 里找不到版本 ${revision}。核对 --repo 的路径和版本名。`);
    }
  }

  #git(args: string[], input?: string): Buffer {
    return execFileSync('git', ['-c', 'core.quotePath=false', '-C', this.#repository, ...args], {
      input,
      maxBuffer: 2 ** 31 - 1,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  }
}

/** Regular files only: links and submodules are not content. */
const isFile = (mode: string | undefined) => mode === '100644' || mode === '100755';
