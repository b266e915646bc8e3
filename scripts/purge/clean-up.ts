import { existsSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from '../../site/render/build.ts';
import { withAttachmentReader } from '../attachment-reader.ts';
import { directoriesOf } from '../backup/release.ts';
import { STATE_FILES } from '../backup/state.ts';

/** What of the state folder is made again by itself and may hold what was purged: indexes and caches. */
export const remade = (state: string): string[] => readdirSync(state).filter((name) => !STATE_FILES.some((kept) => name.startsWith(kept)));

export function cleanState(state: string): void {
  for (const name of remade(state)) rmSync(join(state, name), { recursive: true, force: true });
}

/** What of the site's folder is made again, beside the releases. */
const KEPT = ['store', 'current'];

/**
 * Makes the public site anew from the repository, and takes away every release that it was before, with index, notes, pictures and texts of attachments.
 * The release that is public stays until the new one takes its place.
 */
export async function cleanSite(out: string, repository: string, today: string): Promise<void> {
  if (!existsSync(join(out, 'current'))) return;
  for (const name of readdirSync(out)) if (!KEPT.includes(name)) rmSync(join(out, name), { recursive: true, force: true });
  await withAttachmentReader((reader) => build({ content: { repository }, out, today, reader }));
  const store = join(out, 'store');
  const kept = directoriesOf(store, basename(readlinkSync(join(out, 'current'))));
  for (const id of readdirSync(store)) if (!kept.has(id)) rmSync(join(store, id), { recursive: true, force: true });
}
