import type { AnyRule } from '../rule.ts';
import { rules as ofContent } from './of-content.ts';
import { rules as ofFiles } from './of-files.ts';
import { rules as ofPages } from './of-pages.ts';

/** Every rule, in the order of families and names. */
export const rules: readonly AnyRule[] = [...ofContent, ...ofFiles, ...ofPages].sort((a, b) => (a.id < b.id ? -1 : 1));
