import type { Tool } from '../tool.ts';
import { astro } from './astro.ts';
import { eleventy } from './eleventy.ts';
import { gongkai } from './gongkai.ts';
import { hugo, hugoPagefind, hugoUncached } from './hugo.ts';

export const tools: readonly Tool[] = [gongkai, hugo, hugoUncached, hugoPagefind, eleventy, astro];
