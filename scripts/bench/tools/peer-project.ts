import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toSiteData } from '../peer-content.ts';
import type { Place } from '../tool.ts';

const PEERS = fileURLToPath(new URL('../peers/', import.meta.url));

/**
 * Copies a peer's templates beside the articles, with the data and the style sheet where the peer looks for them.
 * Returns the folder.
 * @param as name of the folder
 */
export function copyPeer(name: string, place: Place, files: { data: string; styles: string }, as = name): string {
  const folder = join(place.folder, as);
  cpSync(join(PEERS, name), folder, { recursive: true });
  write(join(folder, files.data), JSON.stringify(toSiteData()));
  write(join(folder, files.styles), place.styles);
  return folder;
}

function write(path: string, text: string) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
