import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from './content.ts';
import { type Differences, type Source, SourceError, type SourceFile } from './source.ts';
import { attempt } from './walk.ts';
import { walkAll } from './walk-all.ts';

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

  async files(): Promise<SourceFile[]> {
    return (await this.compare()).changed;
  }

  async compare(index?: string): Promise<Differences> {
    const found = await walkAll({ root: this.name, settled: Date.now() - SETTLED_MS }, index);
    if (!found) throw new SourceError(`内容文件夹 ${this.name} 打不开。核对文件夹的权限。`);
    return found;
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

  readNamed(paths: readonly string[]): Map<string, Uint8Array> {
    return new Map(
      paths.flatMap((path) => {
        const bytes = this.readOne(path);
        return bytes ? [[path, bytes] as const] : [];
      }),
    );
  }

  pathsIn(folders: readonly string[]): string[] {
    return folders.flatMap((folder) => {
      const items = attempt(() => readdirSync(join(this.name, folder), { withFileTypes: true }));
      return Array.isArray(items) ? items.filter((item) => item.isFile()).map(({ name }) => `${folder}/${name}`) : [];
    });
  }
}
