import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from './content.ts';
import { type Source, SourceError, type SourceFile } from './source.ts';

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
    this.#walk('', Date.now() - SETTLED_MS, found);
    return found;
  }

  #walk(folder: string, settled: number, found: SourceFile[]) {
    for (const item of readdirSync(join(this.name, folder), { withFileTypes: true })) {
      if (item.name.startsWith('.')) continue;
      const path = folder === '' ? item.name : `${folder}/${item.name}`;
      if (item.isDirectory()) this.#walk(path, settled, found);
      else if (item.isFile()) {
        const stat = statSync(join(this.name, path), { throwIfNoEntry: false });
        if (stat) found.push({ path, size: stat.size, stamp: stat.mtimeMs > settled ? '' : `${stat.size}.${stat.mtimeMs}.${stat.ino}` });
      }
    }
  }

  *read(files: readonly SourceFile[]): Generator<Uint8Array | undefined> {
    for (const file of files) yield this.readOne(file.path);
  }

  readOne(path: string): Uint8Array | undefined {
    try {
      return readFileSync(join(this.name, path));
    } catch {
      return undefined;
    }
  }
}
