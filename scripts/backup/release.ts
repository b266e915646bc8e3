import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rehash } from '../../site/render/rehash.ts';
import { switchTo } from '../../site/render/store.ts';
import { UsageError } from '../exit.ts';
import { saveDatabase } from './state.ts';

/** Packs the public release and what is noted of it. @returns its id, or an empty text when nothing is public yet */
export async function saveRelease(out: string, folder: string): Promise<string> {
  if (!existsSync(join(out, 'current'))) return '';
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const root = basename(readlinkSync(join(out, 'current')));
  const names = [...directoriesOf(join(out, 'store'), root)].map((id) => `store/${id}\n`).join('');
  execFileSync('tar', ['-cf', join(folder, 'site.tar'), '-C', out, '-T', '-'], { input: names, stdio: ['pipe', 'ignore', 'inherit'] });
  if (existsSync(join(out, 'state.db'))) await saveDatabase(join(out, 'state.db'), join(folder, 'state.db'));
  return root;
}

/** Unpacks a release and makes it the public one. @throws UsageError when its bytes are not those that its id vouches for */
export function restoreRelease(folder: string, out: string, root: string): void {
  mkdirSync(out, { recursive: true });
  execFileSync('tar', ['-xf', join(folder, 'site.tar'), '-C', out], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (rehash(join(out, 'store'), root) !== root) throw new UsageError('备份里的网站和它的编号对不上，没有恢复。换一份备份。');
  if (existsSync(join(folder, 'state.db'))) copyFileSync(join(folder, 'state.db'), join(out, 'state.db'));
  switchTo(join(out, 'current'), join('store', root));
}

/** A kept directory and all below it, each once. */
export function directoriesOf(store: string, id: string, found = new Set<string>()): Set<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const item of readdirSync(join(store, id), { withFileTypes: true }))
    if (item.isSymbolicLink()) directoriesOf(store, basename(readlinkSync(join(store, id, item.name))), found);
  return found;
}
