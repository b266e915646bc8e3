import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { imageSize } from 'image-size';

const CONTENT = fileURLToPath(new URL('../../content/', import.meta.url));

/**
 * Copies the sample county into a folder, where pictures of the same size are all the same one: the site has the same pages and
 * files, and making 136 pictures smaller takes most of a minute.
 */
export function copySample(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(CONTENT, folder, { recursive: true, preserveTimestamps: true });
  const first = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith('.jpg')) continue;
    const path = join(folder, name);
    const { width, height } = imageSize(readFileSync(path));
    const size = `${width} × ${height}`;
    if (first.has(size)) copyFileSync(first.get(size)!, path);
    else first.set(size, path);
  }
}
