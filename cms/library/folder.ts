import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from './content.ts';
import { LARGEST_FILE, type Refusal, type Source, SourceError, type SourceFile, UNREADABLE_NAME } from './source.ts';

/** A file changed this shortly before a scan may change again within the same clock tick. */
const SETTLED_MS = 2000;

/** Content in a folder of the file system. Symbolic links are not followed. */
export class Folder implements Source {
  readonly name: string;
  readonly state = '';
  readonly content: Content;
  constructor(root: string) {
    if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) throw new SourceError(`没有内容文件夹 ${root}。核对 --content 的路径。`);
    this.name = root;
    this.content = { folder: root };
  }

  changes(): undefined {
    return undefined;
  }

  files(): SourceFile[] {
    const found: SourceFile[] = [];
    if (!this.#walk('', Date.now() - SETTLED_MS, found)) throw new SourceError(`内容文件夹 ${this.name} 打不开。核对文件夹的权限。`);
    return found;
  }

  /** Adds what is in a folder; false when the folder does not open. */
  #walk(folder: string, settled: number, found: SourceFile[]): boolean {
    const items = attempt(() => readdirSync(join(this.name, folder), { withFileTypes: true }));
    if (items === 'refused' || (items === undefined && folder === '')) return false;
    for (const item of items ?? []) {
      if (item.name.startsWith('.')) continue;
      const path = folder === '' ? item.name : `${folder}/${item.name}`;
      if (item.name.includes(UNREADABLE_NAME)) found.push(refuse(path, 'name'));
      else if (item.isSymbolicLink()) found.push(refuse(path, 'link'));
      else if (item.isDirectory()) {
        if (!this.#walk(path, settled, found)) found.push(refuse(path, 'closed'));
      } else if (item.isFile()) found.push(...this.#describe(path, settled));
    }
    return true;
  }

  #describe(path: string, settled: number): SourceFile[] {
    const stat = attempt(() => statSync(join(this.name, path)));
    if (stat === undefined) return [];
    if (stat === 'refused') return [refuse(path, 'unreadable')];
    const { size, mtimeMs, ctimeMs, ino } = stat;
    if (size > LARGEST_FILE) return [{ ...refuse(path, 'large'), size }];
    return [{ path, size, stamp: ctimeMs > settled ? '' : `${size}.${mtimeMs}.${ctimeMs}.${ino}` }];
  }

  *read(files: readonly SourceFile[]): Generator<Uint8Array | 'unreadable' | undefined> {
    for (const { path } of files) {
      const bytes = attempt(() => readFileSync(join(this.name, path)));
      yield bytes === 'refused' ? 'unreadable' : bytes;
    }
  }

  readOne(path: string): Uint8Array | undefined {
    const bytes = attempt(() => readFileSync(join(this.name, path)));
    return bytes === 'refused' ? undefined : bytes;
  }
}

const refuse = (path: string, refused: Refusal): SourceFile => ({ path, size: 0, stamp: refused, refused });

/** What the file system gives; undefined for what has gone since it was listed. */
function attempt<T>(ask: () => T): T | 'refused' | undefined {
  try {
    return ask();
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : 'refused';
  }
}
