import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { entryPath } from '../../../cms/library/addresses.ts';
import { AT_A_TIME, answer } from '../../../site/search/answer.ts';
import { fold } from '../../../site/search/fold.ts';
import { readPage, searchedIn } from '../../../site/search/page-text.ts';
import { HELP, MANIFEST, registerPathOf, SEARCH_PAGE } from '../../../site/search/paths.ts';
import { readQuery, wordsOf } from '../../../site/search/query.ts';
import { readReading } from '../../../site/search/reading-text.ts';
import { Register } from '../../../site/search/register.ts';
import type { Results } from '../../../site/search/results.ts';
import { type Hit, type Manifest, Search } from '../../../site/search/search.ts';
import type { DiskFetch } from './fetch-from-disk.ts';
import type { BenchQuery } from './queries.ts';

/** How one question of the set was answered. */
export interface Answered extends BenchQuery {
  /** Whether what must be there is among the first ten, and nothing where nothing may be. */
  isGood: boolean;
  /** Entries that hold the words, by reading every page, and how many would be read to tell; for kinds that are exact. */
  truth?: number;
  candidates?: number;
  /** Whether fewer are shown at first than are shown at a time and hold the words, because many pages had to be read in vain. */
  isShort?: boolean;
  /** Results that do not hold the words. */
  wrong: number;
  /** Bytes and requests of the question as the first one, with the page and its script, and as a further one. */
  first: Cost;
  further: Cost;
}
export interface Cost {
  bytes: number;
  requests: number;
}

/** Results among which the expected one must be. */
const FIRST = 10;
/** Kinds of which every hit must be found; of the others one title must be among the first ten. */
const EXACT = new Set(['number', 'title-part', 'text-part']);

/** Asks every question as the search page does. */
export async function measureQueries(site: DiskFetch, root: string, queries: readonly BenchQuery[]): Promise<Answered[]> {
  const pages = readAllPages(site);
  const answered: Answered[] = [];
  for (const query of queries) answered.push(await measureQuery(site, root, query, pages));
  return answered;
}

async function measureQuery(site: DiskFetch, root: string, query: BenchQuery, pages: ReadonlyMap<string, string>): Promise<Answered> {
  const asked = { ...readQuery(''), text: query.text };
  site.begin(true);
  openPage(site, root);
  const before = { bytes: site.transferred, requests: site.requests };
  const search = await Search.open(site);
  const { how, hits, results, official } = await answer(search, asked);
  if (!results) await site.text(HELP);
  const further = { bytes: site.transferred - before.bytes, requests: site.requests - before.requests };
  const first = { bytes: site.transferred, requests: site.requests };
  const words = wordsOf(query.text);
  const holds = (href: string) => words.every((word) => pages.get(href)!.includes(word));
  const wrong = how === 'found' ? hits.filter(({ href }) => !holds(href)).length : 0;
  if (!EXACT.has(query.kind)) {
    const ten = official ? [...hits, ...official.hits] : await toTen(hits, results);
    const isGood = query.expects === '' ? how === 'none' : ten.some(({ page }) => page.title.includes(query.expects));
    return { ...query, isGood, wrong, first, further };
  }
  const truth = [...pages.keys()].filter(holds);
  const candidates = how === 'found' ? results!.candidates.map(search.address) : [];
  const found = new Set(candidates).intersection(new Set(truth)).size;
  const shown = hits.length;
  const ten = how === 'found' ? await toTen(hits, results) : [];
  const isGood = found === truth.length && ten.length === Math.min(FIRST, truth.length) && ten.every(({ href }) => holds(href));
  return {
    ...query,
    isGood,
    truth: truth.length,
    candidates: candidates.length,
    wrong,
    isShort: shown < Math.min(AT_A_TIME, truth.length),
    first,
    further,
  };
}

/** The first ten, as a reader gets them who asks for more. */
async function toTen(hits: readonly Hit[], results: Results | undefined): Promise<Hit[]> {
  const ten = [...hits];
  while (results && !results.isDone && ten.length < FIRST) ten.push(...(await results.next(FIRST - ten.length)));
  return ten;
}

/** What the browser gets before anything is asked: the page, its styles and script. */
function openPage(site: DiskFetch, root: string) {
  site.read(SEARCH_PAGE);
  for (const name of readdirSync(join(root, 'assets'))) site.read(`/assets/${name}`);
}

/** The folded text of every entry's page. */
function readAllPages(site: DiskFetch): Map<string, string> {
  const pages = new Map<string, string>();
  const { registers } = JSON.parse(site.read(MANIFEST)!.toString('utf8')) as Manifest;
  for (const { year } of registers)
    for (const number of new Register(site.read(registerPathOf(year))!.toString('utf8')).numbers()) {
      const page = readPage(site.read(entryPath(number))!.toString('utf8'))!;
      const readings = page.readings.map(({ href }) => readReading(site.read(href)!.toString('utf8')));
      pages.set(entryPath(number), fold([searchedIn(page, 'text'), ...readings].join('\n')));
    }
  return pages;
}
