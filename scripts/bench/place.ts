import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeArticles } from './peer-content.ts';
import type { Place, Tool } from './tool.ts';

const STYLES = fileURLToPath(new URL('../../site/styles/', import.meta.url));

/** Makes a corpus of one size and gets these tools ready to build it. */
export async function preparePlace(folder: string, count: number, tools: readonly Tool[], peers?: string): Promise<Place> {
  mkdirSync(folder, { recursive: true });
  const place: Place = { folder, count, articles: join(folder, 'articles'), styles: readStyles(), peers };
  if (tools.some(({ id }) => id !== 'gongkai')) writeArticles(place.articles, count);
  for (const tool of tools) await tool.prepare(place);
  return place;
}

/** The site's own style sheets as one, so that peers carry the same weight. */
const readStyles = () =>
  readdirSync(STYLES)
    .filter((name) => name.endsWith('.css'))
    .map((name) => readFileSync(join(STYLES, name), 'utf8'))
    .join('\n');
