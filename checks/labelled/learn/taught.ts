import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CORE_SCHEMA, load } from 'js-yaml';

/** Two short texts about the same: one that must not be public, and its twin that may. */
export interface Twins {
  unfit: string;
  fit: string;
}

const HERE = fileURLToPath(new URL('../taught/', import.meta.url));
const loadAll = <T>(pattern: string): T[] =>
  globSync(pattern, { cwd: HERE })
    .sort()
    .flatMap((file) => load(readFileSync(HERE + file, 'utf8'), { schema: CORE_SCHEMA }) as T[]);

/** All twins of `taught/`, Markdown, in the order of their files. */
export const loadTwins = (): Twins[] => loadAll('*.yaml');

/** Ordinary texts that come close to what must not be public and may be, Markdown, in the order of their files. */
export const loadOrdinary = (): string[] => loadAll('ordinary/*.yaml');
