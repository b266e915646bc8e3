import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import { writeSoundCorpus } from '../../sound-corpus.ts';

/** An editor of a crowd; two work for each unit. */
export interface Post {
  id: string;
  unit: string;
}

/** Of so many editors each pair has a unit of its own. */
export const MOST_EDITORS = 80;

export const toPosts = (count: number): Post[] =>
  Array.from({ length: count }, (_, nth) => ({
    id: `crowd-${String(nth + 1).padStart(2, '0')}`,
    unit: `unit-${String((nth >> 1) + 1).padStart(2, '0')}`,
  }));

/** Writes a content root with a corpus that the checks have nothing against, and these editors in its units. */
export function writeCountyOf(posts: readonly Post[], content: string, entries: number) {
  writeSoundCorpus(content, entries);
  for (const { id, unit } of posts) {
    const path = join(content, 'units', `${unit}.yaml`);
    const data = load(readFileSync(path, 'utf8')) as { people: unknown[] };
    data.people.push({ id, name: '试六', post: '科员', roles: ['editor'] });
    writeFileSync(path, dump(data));
  }
}
