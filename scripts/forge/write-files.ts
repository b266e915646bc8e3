import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../exit.ts';
import { MARK } from './mark.ts';

/** Writes files into a folder; nothing is written when one of them is somebody else's. @throws UsageError */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const path of files.keys()) {
    const place = join(folder, path);
    if (existsSync(place) && !readFileSync(place, 'utf8').slice(0, 200).includes(MARK))
      throw new UsageError(`${place} 已经有了，不是 gongkai forge 写的。移走它，或者写到别的文件夹再合并。`);
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
