import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { entryPath } from '../../../cms/library/addresses.ts';
import { build } from '../../../site/render/build.ts';
import { readQuery } from '../../../site/search/query.ts';
import { Search } from '../../../site/search/search.ts';
import { withAttachmentReader } from '../../attachment-reader.ts';
import { NEW_DAY, toEntries, toMarkdown, toNewEntry, writeCorpus } from '../corpus.ts';
import { toRandom } from '../text.ts';
import { DiskFetch } from './fetch-from-disk.ts';
import { type Answered, measureQueries } from './measure.ts';
import { type BenchQuery, readQueries, readUnread } from './queries.ts';

/** The day on which the sample county is looked at. */
const TODAY = '2026-11-26';
/** Questions to the invented articles. */
const QUESTIONS = 120;
/** Articles from which these are taken. */
const SOURCES = 500;

export interface SearchResults {
  /** The fixed set over the sample county. */
  county: Answered[];
  /** Over the same county, of questions that nobody who tunes the search reads: how many of each kind, and how many were answered. */
  unread: { kind: string; asked: number; good: number }[];
  /** Over the invented articles, if there are any. */
  corpus?: {
    entries: number;
    answered: Answered[];
    /** Milliseconds of a whole build, and of its stage that makes the index. */
    whole: { all: number; search: number };
    /** The same for publishing one entry, and the time until it is found. */
    one: { all: number; search: number; found: number };
    /** Files and bytes of the index. */
    files: number;
    bytes: number;
  };
}

/** Measures search over the sample county and over N invented articles; none for 0. */
export async function runSearch({
  work,
  entries,
  onProgress,
}: {
  work: string;
  entries: number;
  onProgress(words: string): void;
}): Promise<SearchResults> {
  onProgress('示例县：构建，提问');
  const county = join(work, 'county');
  const content = { folder: fileURLToPath(new URL('../../../content', import.meta.url)) };
  await withAttachmentReader((reader) => build({ content, out: county, today: TODAY, reader }));
  const root = join(county, 'current');
  const answered = await measureQueries(new DiskFetch(root), root, readQueries());
  const unread = toCounts(await measureQueries(new DiskFetch(root), root, readUnread()));
  return { county: answered, unread, ...(entries > 0 && { corpus: await runCorpus(work, entries, onProgress) }) };
}

const toCounts = (answered: readonly Answered[]) =>
  [...Map.groupBy(answered, ({ kind }) => kind)].map(([kind, of]) => ({
    kind,
    asked: of.length,
    good: of.filter(({ isGood }) => isGood).length,
  }));

async function runCorpus(work: string, entries: number, onProgress: (words: string) => void) {
  const [content, out] = [join(work, 'content'), join(work, 'out')];
  onProgress(`${entries} 篇：构建`);
  writeCorpus(content, entries);
  const whole = await build({ content: { folder: content }, out, today: NEW_DAY });
  const root = join(out, 'current');
  onProgress(`${entries} 篇：提问`);
  const answered = await measureQueries(new DiskFetch(root), root, toQuestions(entries));

  onProgress(`${entries} 篇：发布一篇`);
  const fresh = toNewEntry(1);
  const title = '第一千零一夜的说书人';
  mkdirSync(join(content, fresh.folder), { recursive: true });
  writeFileSync(join(content, fresh.folder, 'index.md'), toMarkdown({ ...fresh, title }));
  const begun = performance.now();
  const one = await build({ content: { folder: content }, out, today: NEW_DAY });
  const search = await Search.open(new DiskFetch(root));
  const [hit] = await (await search.find({ ...readQuery(''), text: '零一夜的说' })).next(1);
  if (hit?.href !== entryPath(fresh.number)) throw new Error('刚发布的条目没有搜到。');
  const found = performance.now() - begun;
  const { files, bytes } = new DiskFetch(root).sizeOf('/search/');
  return { entries, answered, whole: toLaps(whole.laps), one: { ...toLaps(one.laps), found: Math.round(found) }, files, bytes };
}

const toLaps = (laps: Record<string, number>) => ({ all: Object.values(laps).reduce((sum, lap) => sum + lap, 0), search: laps.search! });

/** Parts of titles and texts, index numbers, and nonsense, always the same for one N. */
function toQuestions(entries: number): BenchQuery[] {
  const random = toRandom(entries);
  const every = Math.max(1, Math.floor(entries / SOURCES));
  const sources = [...toEntries(entries)].filter((_, at) => at % every === 0);
  const partOf = (text: string, length: number) => {
    const from = Math.floor(random() * Math.max(1, text.length - length));
    return text.slice(from, from + length);
  };
  return Array.from({ length: QUESTIONS }, (_, at): BenchQuery => {
    const { title, body, number } = sources[Math.floor(random() * sources.length)]!;
    const length = 2 + Math.floor(random() * 9);
    const lines = body.split('\n').filter((line) => /^[^#|-]/u.test(line));
    const kind = ['title-part', 'text-part', 'text-part', 'number', 'nonsense'][at % 5]!;
    const text = {
      'title-part': partOf(title, length),
      'text-part': partOf(lines[Math.floor(random() * lines.length)]!, length),
      number: number.slice(-9),
      nonsense: String.fromCharCode(...Array.from({ length: 5 }, () => 0x4e00 + Math.floor(random() * 20_000))),
    }[kind]!;
    return { kind, text, expects: '', isHeld: false };
  });
}
