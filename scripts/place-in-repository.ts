import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Revision } from '../cms/library/revision.ts';
import type { Source } from '../cms/library/source.ts';

/** Folder of a content root in its Git repository, with a final `/`; empty for its top, or when there is no repository. */
export function placeInRepository(source: Source): string {
  if (source instanceof Revision) return source.root;
  const folder = realpathSync(source.name);
  for (let top = folder; ; top = dirname(top)) {
    if (existsSync(join(top, '.git'))) return top === folder ? '' : `${relative(top, folder)}/`;
    if (dirname(top) === top) return '';
  }
}
