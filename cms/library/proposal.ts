import { createHash } from 'node:crypto';
import type { Content } from './content.ts';
import type { Source, SourceChange, SourceFile } from './source.ts';

/** A file as it would be; without bytes when it would be gone. */
export interface ProposedFile {
  /** From the content root. */
  path: string;
  bytes: Uint8Array | undefined;
}

/** A revision with a few files otherwise, which are nowhere but in memory. */
export class Proposal implements Source {
  readonly name: string;
  /** In no other process: there are no bytes to be opened there. */
  readonly content: Content = { folder: '' };
  /** That of the base: what comes of a proposal is never kept. */
  readonly state: string;
  readonly base: Source;
  readonly #bytes: ReadonlyMap<string, Uint8Array | undefined>;

  constructor(base: Source, files: readonly ProposedFile[]) {
    this.name = base.name;
    this.state = base.state;
    this.base = base;
    this.#bytes = new Map(files.map(({ path, bytes }) => [path, bytes]));
  }

  /** The same with one file more that is otherwise. */
  with(file: ProposedFile): Proposal {
    return new Proposal(this.base, [...[...this.#bytes].map(([path, bytes]) => ({ path, bytes })), file]);
  }

  async files(): Promise<SourceFile[]> {
    const kept = [...(await this.base.files())].filter(({ path }) => !this.#bytes.has(path));
    return [...kept, ...this.#changes().filter((change): change is SourceFile => change.stamp !== undefined)];
  }

  changes(since: string): SourceChange[] | undefined {
    return since === this.state ? this.#changes() : undefined;
  }

  *read(files: readonly SourceFile[]): Generator<Uint8Array | 'unreadable' | undefined> {
    for (const file of files)
      if (this.#bytes.has(file.path)) yield this.#bytes.get(file.path);
      else yield* this.base.read([file]);
  }

  readOne(path: string): Uint8Array | undefined {
    return this.#bytes.has(path) ? this.#bytes.get(path) : this.base.readOne(path);
  }

  readNamed(paths: readonly string[]): Map<string, Uint8Array> {
    const found = new Map(this.base.readNamed(paths.filter((path) => !this.#bytes.has(path))));
    for (const path of paths) {
      const bytes = this.#bytes.get(path);
      if (bytes) found.set(path, bytes);
    }
    return found;
  }

  pathsIn(folders: readonly string[]): string[] {
    const kept = this.base.pathsIn(folders).filter((path) => !this.#bytes.has(path));
    const own = [...this.#bytes].filter(([path, bytes]) => bytes && folders.includes(path.slice(0, path.lastIndexOf('/'))));
    return [...kept, ...own.map(([path]) => path)];
  }

  #changes(): SourceChange[] {
    return [...this.#bytes].map(([path, bytes]) =>
      bytes ? { path, size: bytes.length, stamp: createHash('sha256').update(bytes).digest('hex') } : { path },
    );
  }
}
