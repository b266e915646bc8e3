import type { Content } from './content.ts';
import type { Revision } from './revision.ts';
import { type Source, type SourceChange, SourceError, type SourceFile } from './source.ts';

/** What a revision would be when a branch is merged into it: with the files that the branch changed as the branch has them. */
export class Merged implements Source {
  readonly name: string;
  readonly content: Content;
  /** That of the branch. */
  readonly state: string;
  readonly base: Revision;
  /** Files that both have changed, each in its own way: here they are as the branch has them. */
  readonly conflicts: readonly string[];
  readonly #head: Revision;
  readonly #changes: readonly SourceChange[];
  readonly #changed: ReadonlySet<string>;

  /**
   * @param since where the branch began: the commit from which it differs by its own work alone
   * @throws SourceError when the branch has the content root elsewhere
   */
  constructor(base: Revision, head: Revision, since: string) {
    this.name = head.name;
    this.content = head.content;
    this.state = head.state;
    this.base = base;
    this.#head = head;
    const [own, all] = [head.changes(since), head.changes(base.state)];
    if (!own || !all || head.root !== base.root) throw new SourceError('这个分支移动了内容文件夹，没法和原来的比较。放回原处再提交。');
    // Where both came to the same, there is nothing to change.
    const differing = new Set(all.map(({ path }) => path));
    this.#changes = own.filter(({ path }) => differing.has(path));
    this.#changed = new Set(this.#changes.map(({ path }) => path));
    const theirs = since === base.state ? [] : (base.changes(since) ?? []);
    this.conflicts = theirs.flatMap(({ path }) => (this.#changed.has(path) ? [path] : []));
  }

  async files(): Promise<SourceFile[]> {
    const kept = this.base.files().filter(({ path }) => !this.#changed.has(path));
    return [...kept, ...this.#changes.filter((change): change is SourceFile => change.stamp !== undefined)];
  }

  changes(since: string): SourceChange[] | undefined {
    return since === this.base.state ? [...this.#changes] : undefined;
  }

  /** Both are in one repository, and a stamp names a blob. */
  read(files: readonly SourceFile[]): Iterable<Uint8Array | 'unreadable' | undefined> {
    return this.base.read(files);
  }

  readOne(path: string): Uint8Array | undefined {
    return this.#changed.has(path) ? this.#head.readOne(path) : this.base.readOne(path);
  }

  readNamed(paths: readonly string[]): Map<string, Uint8Array> {
    const own = this.#head.readNamed(paths.filter((path) => this.#changed.has(path)));
    return new Map([...this.base.readNamed(paths.filter((path) => !this.#changed.has(path))), ...own]);
  }

  pathsIn(folders: readonly string[]): string[] {
    const kept = this.base.pathsIn(folders).filter((path) => !this.#changed.has(path));
    const own = this.#changes.filter(({ path, stamp }) => stamp !== undefined && folders.includes(path.slice(0, path.lastIndexOf('/'))));
    return [...kept, ...own.map(({ path }) => path)];
  }
}
