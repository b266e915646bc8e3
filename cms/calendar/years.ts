import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CORE_SCHEMA, load } from 'js-yaml';

/** The State Council's arrangement for one year: holidays from the first day to the last, and weekend days that are worked. */
export interface Year {
  holidays: Readonly<Record<string, readonly [first: string, last: string]>>;
  workdays: readonly string[];
}

const FOLDER = fileURLToPath(new URL('./years/', import.meta.url));

/**
 * Arrangements that come with the project, by year, in order; each follows the State Council's yearly notice (STD-CAL-02).
 * A county adds later ones in its content root.
 */
export const builtIn: ReadonlyMap<number, Year> = new Map(
  readdirSync(FOLDER)
    .sort()
    .map((name) => [Number.parseInt(name, 10), load(readFileSync(FOLDER + name, 'utf8'), { schema: CORE_SCHEMA }) as Year]),
);
