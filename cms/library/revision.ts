import { execFileSync } from 'node:child_process';
import type { Content } from './content.ts';
import { LARGEST_FILE, type Source, type SourceChange, SourceError, type SourceFile, UNREADABLE_NAME } from './source.ts';

/** Blobs asked of one `git cat-file` process; bounds the memory that its answer takes. */
const BATCH_BYTES = 32 * 1024 * 1024;
/** Answers of `readOne` that are remembered, and their largest size in bytes. */
const [MOST_ASKED, LARGEST_ASKED] = [100, 100_000];
const ROOT_MARK = 'portal.yaml';
/** What a hook of another repository would have Git look at instead. */
const OURS = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_NAMESPACE', 'GIT_CONFIG'];

/** Content in a revision of a Git repository, bare or not. The working tree is never looked at. */
export class Revision implements Source {
  readonly name: string;
  readonly state: string;
  readonly content: Content;
  readonly #repository: string;
  readonly #asked = new Map<string, Uint8Array | undefined>();
  readonly #changes = new Map<string, SourceChange[] | undefined>();
  /** Folder of the content root inside the repository, with a final `/`; empty for its top. */
  readonly root: string;

  constructor(repository: string, revision = 'HEAD') {
    this.#repository = repository;
    const { commit, root } = this.#find(revision);
    if (commit === undefined) throw new SourceError(`在 ${repository} 里找不到版本 ${revision}。核对 --repo 的路径和版本名。`);
    this.state = commit;
    this.root = root;
    this.content = { repository, revision: commit };
    this.name = `${repository}@${commit.slice(0, 12)}`;
  }

  files(): SourceFile[] {
    const listing = this.#git(['ls-tree', '-r', '-z', '-l', '--full-tree', this.state]).toString('utf8');
    return listing.split('\0').flatMap((line) => {
      const tab = line.indexOf('\t');
      const [mode = '', , stamp = '', size = '0'] = line.slice(0, tab).split(/ +/u);
      const path = line.slice(tab + 1);
      return isKept(mode) && this.#isContent(path) ? [describe(path.slice(this.root.length), mode, stamp, Number(size))] : [];
    });
  }

  changes(since: string): SourceChange[] | undefined {
    if (!this.#changes.has(since)) this.#changes.set(since, this.#changesSince(since));
    return this.#changes.get(since);
  }

  #changesSince(since: string): SourceChange[] | undefined {
    try {
      if (this.#find(since).root !== this.root) return undefined;
      const raw = this.#git(['diff-tree', '-r', '-z', '--no-renames', since, this.state]).toString('utf8').split('\0');
      const changed: { path: string; mode: string; stamp: string }[] = [];
      for (let i = 0; i + 1 < raw.length; i += 2) {
        const [, mode = '', , stamp = ''] = (raw[i] ?? '').split(' ');
        const path = raw[i + 1] ?? '';
        if (this.#isContent(path)) changed.push({ path: path.slice(this.root.length), mode, stamp });
      }
      const sizes = this.#sizesOf(changed.filter(({ mode }) => isKept(mode)).map(({ stamp }) => stamp));
      return changed.map(({ path, mode, stamp }) => (isKept(mode) ? describe(path, mode, stamp, sizes.get(stamp) ?? 0) : { path }));
    } catch {
      return undefined;
    }
  }

  *read(files: readonly SourceFile[]): Generator<Uint8Array | 'unreadable'> {
    let batch: SourceFile[] = [];
    let bytes = 0;
    for (const file of files) {
      if (batch.length > 0 && (bytes + file.size > BATCH_BYTES || batch.length === 5000)) {
        yield* this.#readBatch(batch);
        batch = [];
        bytes = 0;
      }
      batch.push(file);
      bytes += file.size;
    }
    if (batch.length > 0) yield* this.#readBatch(batch);
  }

  readOne(path: string): Uint8Array | undefined {
    if (this.#asked.has(path)) return this.#asked.get(path);
    const bytes = this.readNamed([path]).get(path);
    // Each answer costs a process, and rules ask for the same few files.
    if (this.#asked.size === MOST_ASKED) this.#asked.clear();
    if ((bytes?.length ?? 0) <= LARGEST_ASKED) this.#asked.set(path, bytes);
    return bytes;
  }

  readNamed(paths: readonly string[]): Map<string, Uint8Array> {
    // Git takes a name a line.
    const named = paths.filter((path) => !path.includes('\n'));
    const blobs = [...this.#blobs(named.map((path) => `${this.state}:${this.root}${path}`))];
    const found = new Map<string, Uint8Array>();
    for (const [at, bytes] of blobs.entries()) if (bytes !== 'unreadable') found.set(named[at]!, bytes);
    return found;
  }

  pathsIn(folders: readonly string[]): string[] {
    const places = folders.map((folder) => `${this.root}${folder}/`);
    const items = this.#git(['ls-tree', '-z', '--full-tree', this.state, ...places])
      .toString('utf8')
      .split('\0');
    return items.flatMap((line) => {
      const tab = line.indexOf('\t');
      return tab > 0 && isKept(line.slice(0, 6)) ? [line.slice(tab + 1 + this.root.length)] : [];
    });
  }

  #readBatch(files: readonly SourceFile[]): Generator<Uint8Array | 'unreadable'> {
    return this.#blobs(files.map(({ stamp }) => stamp));
  }

  /** Bytes of blobs, in the order in which they are named. */
  *#blobs(names: readonly string[]): Generator<Uint8Array | 'unreadable'> {
    const output = this.#git(['cat-file', '--batch'], names.map((name) => `${name}\n`).join(''));
    let at = 0;
    for (const _ of names) {
      const end = output.indexOf(10, at);
      const [, kind, size] = /^[0-9a-f]+ (\w+) (\d+)$/u.exec(output.toString('latin1', at, end)) ?? [];
      at = end + 1;
      if (size === undefined) {
        yield 'unreadable';
        continue;
      }
      yield kind === 'blob' ? output.subarray(at, at + Number(size)) : 'unreadable';
      at += Number(size) + 1;
    }
  }

  #sizesOf(blobs: readonly string[]): Map<string, number> {
    const output = this.#git(['cat-file', '--batch-check=%(objectname) %(objectsize)'], blobs.map((blob) => `${blob}\n`).join(''));
    return new Map(
      output
        .toString('latin1')
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf(' ')), Number.parseInt(line.slice(line.indexOf(' ')), 10) || 0]),
    );
  }

  #isContent = (path: string) => path.startsWith(this.root) && !path.split('/').some((part) => part.startsWith('.'));

  /** The commit that a revision names, and the folder of its content root, with a final `/`. */
  #find(revision: string): { commit: string | undefined; root: string } {
    const names = [`${revision}^{commit}`, `${revision}:${ROOT_MARK}`].map((name) => `${name.replaceAll('\n', ' ')}\n`).join('');
    try {
      const found = this.#git(['cat-file', '--batch-check=%(objectname) %(objecttype)'], names).toString('utf8').split('\n');
      const [commit, mark] = found.map((line) =>
        /^[0-9a-f]+ (?:commit|blob)$/u.test(line) ? line.slice(0, line.indexOf(' ')) : undefined,
      );
      return { commit, root: mark === undefined ? 'content/' : '' };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new SourceError('这台机器上没有 git。装好 git 再运行。');
      return { commit: undefined, root: '' };
    }
  }

  #git(args: string[], input?: string): Buffer {
    return execFileSync('git', ['-C', this.#repository, ...args], {
      input,
      maxBuffer: 2 ** 31 - 1,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.includes(name))),
    });
  }
}

const LINK = '120000';
/** Regular files, and links, which are not followed. Submodules are somebody else's content. */
const isKept = (mode: string) => mode === '100644' || mode === '100755' || mode === LINK;

function describe(path: string, mode: string, stamp: string, size: number): SourceFile {
  if (path.includes(UNREADABLE_NAME)) return { path, size: 0, stamp, refused: 'name' };
  if (mode === LINK) return { path, size: 0, stamp, refused: 'link' };
  return { path, size, stamp, ...(size > LARGEST_FILE && { refused: 'large' }) };
}
