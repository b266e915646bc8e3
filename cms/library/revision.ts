import type { Content } from './content.ts';
import { GitRepository } from './git-repository.ts';
import { History } from './history.ts';
import { LARGEST_FILE, type Source, type SourceChange, SourceError, type SourceFile, UNREADABLE_NAME } from './source.ts';

/** Blobs asked of one `git cat-file` process; bounds the memory that its answer takes. */
const BATCH_BYTES = 32 * 1024 * 1024;
const ROOT_MARK = 'portal.yaml';
const LACKS = {
  missing: (repository: string) => `${repository} 不是 Git 仓库。核对 --repo 的路径。`,
  empty: (repository: string) => `仓库 ${repository} 是空的，还没有提交。先把内容提交或者推送到仓库里。`,
  filled: (repository: string, revision: string) => `在 ${repository} 里找不到版本 ${revision}。核对 --repo 的路径和版本名。`,
};

/** Content in a revision of a Git repository, bare or not. The working tree is never looked at. */
export class Revision implements Source {
  readonly name: string;
  readonly state: string;
  readonly content: Content;
  readonly history: History;
  readonly #git: GitRepository;
  readonly #changes = new Map<string, SourceChange[] | undefined>();
  /** Folder of the content root inside the repository, with a final `/`; empty for its top. */
  readonly root: string;

  constructor(repository: string, revision = 'HEAD') {
    this.#git = GitRepository.at(repository);
    const { commit, root } = this.#find(revision);
    if (commit === undefined) throw new SourceError(LACKS[this.#git.standing()](repository, revision));
    this.state = commit;
    this.root = root;
    this.content = { repository, revision: commit };
    this.history = new History(this.#git, commit, root);
    this.name = `${repository}@${commit.slice(0, 12)}`;
  }

  files(): SourceFile[] {
    const listing = this.#git.run(['ls-tree', '-r', '-z', '-l', '--full-tree', this.state]).toString('utf8');
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
      const raw = this.#git.run(['diff-tree', '-r', '-z', '--no-renames', since, this.state]).toString('utf8').split('\0');
      const changed: { path: string; mode: string; stamp: string }[] = [];
      for (let i = 0; i + 1 < raw.length; i += 2) {
        const [, mode = '', , stamp = '', status] = (raw[i] ?? '').split(' ');
        const path = raw[i + 1] ?? '';
        // The content root was or is elsewhere.
        if (path === ROOT_MARK && (status === 'A' || status === 'D')) return undefined;
        if (this.#isContent(path)) changed.push({ path: path.slice(this.root.length), mode, stamp });
      }
      const sizes = this.#git.sizesOf(changed.filter(({ mode }) => isKept(mode)).map(({ stamp }) => stamp));
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
        yield* this.#git.blobs(batch.map(({ stamp }) => stamp));
        batch = [];
        bytes = 0;
      }
      batch.push(file);
      bytes += file.size;
    }
    if (batch.length > 0) yield* this.#git.blobs(batch.map(({ stamp }) => stamp));
  }

  readOne(path: string): Uint8Array | undefined {
    return this.readNamed([path]).get(path);
  }

  readNamed(paths: readonly string[]): Map<string, Uint8Array> {
    const blobs = this.#git.blobs(paths.map((path) => this.#blobAt(path)));
    const found = new Map<string, Uint8Array>();
    for (const path of paths) {
      const { value } = blobs.next();
      if (value instanceof Uint8Array) found.set(path, value);
    }
    return found;
  }

  /** A name for the blob at a path; that of its bytes when it is known, because they may have been read already. */
  #blobAt(path: string): string {
    for (const changes of this.#changes.values()) {
      const stamp = changes?.find((change) => change.path === path)?.stamp;
      if (stamp !== undefined) return stamp;
    }
    return `${this.state}:${this.root}${path}`;
  }

  pathsIn(folders: readonly string[]): string[] {
    const places = folders.map((folder) => `${this.root}${folder}/`);
    const items = this.#git
      .run(['ls-tree', '-z', '--full-tree', this.state, ...places])
      .toString('utf8')
      .split('\0');
    return items.flatMap((line) => {
      const tab = line.indexOf('\t');
      return tab > 0 && isKept(line.slice(0, 6)) ? [line.slice(tab + 1 + this.root.length)] : [];
    });
  }

  #isContent = (path: string) => path.startsWith(this.root) && !path.split('/').some((part) => part.startsWith('.'));

  /** The commit that a revision names, and the folder of its content root, with a final `/`. */
  #find(revision: string): { commit: string | undefined; root: string } {
    const [commit, mark] = this.#git.find([`${revision}^{commit}`, `${revision}:${ROOT_MARK}`]);
    return { commit, root: mark === undefined ? 'content/' : '' };
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
