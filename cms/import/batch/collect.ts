import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { LARGEST } from '../read/format.ts';

/** A file to import. */
export interface Source {
  path: string;
  /** The path as people wrote or will recognise it. */
  shown: string;
  /** The folder that its links may reach into. */
  root: string;
  /** Whether a person named it, or it was found in a folder. */
  named: boolean;
}
/** A file that is not even tried. */
export interface Skipped {
  path: string;
  shown: string;
  /** Empty for a file that is no document at all. */
  reason: string;
}

const DOCUMENT = /\.(?:txt|s?html?|xhtml|aspx?|jsp|php|docx|doc|wps|rtf|pdf)$/iu;
const MOST = 20_000;

/** The documents that files and folders hold, pages first; links are not followed. */
export function collect(paths: readonly string[]): { sources: Source[]; skipped: Skipped[] } {
  const sources: Source[] = [];
  const skipped: Skipped[] = [];
  for (const path of paths) {
    const real = realpathSync(path);
    if (statSync(real).isDirectory()) walk(real, path, { root: real, sources, skipped });
    else add({ path: real, shown: path, root: dirname(real), named: true }, sources, skipped);
  }
  const order = (source: Source) => (/html?$/iu.test(source.path) ? 0 : 1);
  return { sources: sources.sort((a, b) => order(a) - order(b)), skipped };
}

function walk(folder: string, shown: string, into: { root: string; sources: Source[]; skipped: Skipped[] }): void {
  for (const entry of entriesOf(folder, shown, into.skipped)) {
    const path = join(folder, entry.name);
    const name = join(shown, entry.name);
    if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue;
    if (entry.isSymbolicLink()) into.skipped.push({ path, shown: name, reason: '是链接，没有跟过去。要导入就写出它指向的文件。' });
    else if (entry.isDirectory()) walk(path, name, into);
    else if (into.sources.length >= MOST) into.skipped.push({ path, shown: name, reason: `一次最多导入 ${MOST} 个文件。分批导入。` });
    else if (!DOCUMENT.test(entry.name)) into.skipped.push({ path, shown: name, reason: '' });
    else add({ path, shown: name, root: into.root, named: false }, into.sources, into.skipped);
  }
}

function entriesOf(folder: string, shown: string, skipped: Skipped[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    skipped.push({ path: folder, shown, reason: '文件夹打不开。改好权限再导入。' });
    return [];
  }
}

function add(source: Source, sources: Source[], skipped: Skipped[]): void {
  const stat = lstatSync(source.path);
  if (!stat.isFile()) skipped.push({ path: source.path, shown: source.shown, reason: '不是普通文件，没有读取。' });
  else if (stat.size > LARGEST.docx)
    skipped.push({
      path: source.path,
      shown: source.shown,
      reason: `文件有 ${(stat.size / 1_000_000).toFixed(1)} MB，太大。拆开，或者把表格、图片改成附件。`,
    });
  else sources.push(source);
}

/** The path of a file that a page refers to, when it lies in the folder being imported and is no link out of it. */
export function findNeighbour(source: Source, name: string): string | undefined {
  if (name === '' || name.includes('\0') || /^[a-z][a-z+.-]*:|^\/\//iu.test(name)) return undefined;
  const wanted = name.startsWith('/') ? join(source.root, name) : resolve(dirname(source.path), name);
  try {
    const path = realpathSync(wanted);
    const stat = statSync(path);
    return isInside(source.root, path) && stat.isFile() && stat.size <= LARGEST.docx ? path : undefined;
  } catch {
    return undefined;
  }
}

function isInside(root: string, path: string): boolean {
  const inner = relative(root, path);
  return inner !== '' && !inner.startsWith(`..${sep}`) && inner !== '..';
}
