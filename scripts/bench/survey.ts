import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { toColumns } from './corpus.ts';

/** What a generator wrote. */
export interface Survey {
  files: number;
  bytes: number;
  /** HTML files, those of articles, those of column lists, and those that only lead elsewhere. */
  pages: number;
  articles: number;
  lists: number;
  aliases: number;
  /** Median size of an article's page. */
  articleBytes: number;
}

const ARTICLE = /^i\/\d{9}\/\d{6}\/\d+\.html$/u;
const LIST = new RegExp(
  `^(?:(?:dept|town)/[^/]+/)?(?:${toColumns()
    .map(({ id }) => id)
    .join('|')})/(?:index|\\d+|page/\\d+/index)\\.html$`,
  'u',
);
/** No page is as small as one that only leads elsewhere. */
const ALIAS_BYTES = 1000;

/** What no other generator makes, or in other files, such as search, the platforms of disclosure and the JSON interface: what it costs counts, but not how many files it is. */
const OWN: ReadonlySet<string> = new Set([
  'accessibility',
  'alerts.css',
  'api/entries',
  'api/index.html',
  'disclosure',
  'leaving',
  'policy-library',
  'robots.txt',
  'search',
]);

/** Counts what lies in a folder, links followed as a web server does. */
export function survey(root: string): Survey {
  const found: Survey = { files: 0, bytes: 0, pages: 0, articles: 0, lists: 0, aliases: 0, articleBytes: 0 };
  const articles: number[] = [];
  for (const { path, size } of walk(root, '')) {
    found.files++;
    found.bytes += size;
    if (!path.endsWith('.html')) continue;
    found.pages++;
    if (ARTICLE.test(path)) articles.push(size);
    else if (size < ALIAS_BYTES && readFileSync(join(root, path), 'utf8').includes('http-equiv="refresh"')) found.aliases++;
    else if (LIST.test(path)) found.lists++;
  }
  articles.sort((a, b) => a - b);
  return { ...found, articles: articles.length, articleBytes: articles[articles.length >> 1] ?? 0 };
}

function* walk(root: string, folder: string): Generator<{ path: string; size: number }> {
  for (const name of readdirSync(join(root, folder))) {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (OWN.has(name) || OWN.has(path)) continue;
    const stats = statSync(join(root, path));
    if (stats.isDirectory()) yield* walk(root, path);
    else yield { path, size: stats.size };
  }
}
