import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { toDirectoryId } from './store.ts';

/**
 * Works out the id of a release from the bytes that lie on the disk, whatever is noted of them.
 * @param store folder of kept directories
 * @param id directory to begin with
 */
export function rehash(store: string, id: string, done = new Map<string, string>()): string {
  const known = done.get(id);
  if (known !== undefined) return known;
  const files = new Map<string, string>();
  const children = new Map<string, string>();
  for (const item of readdirSync(join(store, id), { withFileTypes: true })) {
    const path = join(store, id, item.name);
    if (item.isSymbolicLink()) children.set(item.name, rehash(store, basename(readlinkSync(path)), done));
    else files.set(item.name, createHash('sha256').update(readFileSync(path)).digest('hex'));
  }
  const found = toDirectoryId(files, children);
  done.set(id, found);
  return found;
}
