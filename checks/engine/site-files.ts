import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SourceError } from '../../cms/library/source.ts';

/** Folders within folders; a built site is far flatter, and a link to a parent would never end. */
const DEEPEST = 20;

/**
 * Paths of all files of a built site, from `/`, in order. Releases share folders by links, which are followed.
 * @throws SourceError when there is no built site in the folder
 */
export function sitePaths(folder: string): string[] {
  const paths: string[] = [];
  walk(folder, '/', 0, paths);
  if (!paths.includes('/index.html')) throw new SourceError(`${folder} 里没有建好的网站，缺少 index.html。核对 --site 的路径。`);
  return paths.sort();
}

function walk(folder: string, path: string, depth: number, paths: string[]) {
  if (depth > DEEPEST) throw new SourceError(`${folder} 里的文件夹层数太多，可能有指向上级的链接。核对 --site 的路径。`);
  for (const item of namesIn(join(folder, path))) {
    const full = path + item.name;
    if (item.isSymbolicLink() ? isFolder(join(folder, full)) : item.isDirectory()) walk(folder, `${full}/`, depth + 1, paths);
    else paths.push(full);
  }
}

function namesIn(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    throw new SourceError(`${folder} 打不开。核对 --site 的路径和权限。`);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Text of a file of the site; empty when it cannot be read. */
export function siteText(folder: string, path: string): string {
  try {
    return readFileSync(join(folder, path), 'utf8');
  } catch {
    return '';
  }
}
