import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryPath } from '../../cms/library/addresses.ts';
import { type Change, changeShelf } from './change-shelf.ts';
import { facetKeys } from './facets.ts';
import { fold } from './fold.ts';
import { Gatherer } from './gather.ts';
import { fromBytes, joinShelf, toBytes } from './join.ts';
import { keysOf, shelfOf } from './keys.ts';
import { readPage, searchedIn } from './page-text.ts';
import { bitsFor, ENTRIES_PER_FILE, entriesPath, MANIFEST, shelfPathOf } from './paths.ts';
import { Reader, readPositions, Writer, writePositions } from './positions.ts';
import { readQuery, writeQuery } from './query.ts';
import { type Fetch, Search } from './search.ts';

interface Made {
  title: string;
  blocks: string[];
}

const numberOf = (position: number) => `9901010${10 + (position % 3)}/20260${1 + (position % 2)}-${String(position + 1).padStart(5, '0')}`;
const positionOf = (number: string) => Number(number.slice(17)) - 1;
const toEscaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A page as far as search looks at it. */
const toHtml = ({ title, blocks }: Made, position: number) => `<main><article class="entry policy"><header><h1>${toEscaped(title)}</h1>
<p class="entry-facts"><span>发布时间：<time datetime="202${position % 5}-03-01T09:00">三月一日</time></span> <span class="badge open">有效</span></p></header>
<div class="body">${blocks.map((block) => `<p>${toEscaped(block)}</p>`).join('')}</div>
<footer class="responsibility"><p><span>责任单位：<a href="/">县政府</a></span></p><p><span>索引号：${numberOf(position)}</span></p></footer></article></main>`;

const inOneUnit = (position: number) => `990101010/202601-${String(position + 1).padStart(5, '0')}`;
const keysIn = (html: string, part: 'text' | 'title') => [
  ...keysOf(fold(searchedIn(readPage(html)!, part))),
  ...(part === 'text' ? facetKeys(inOneUnit(0), html) : []),
];

/** The files of a site that has only these entries. */
function toSite(made: readonly Made[]): Fetch & { asked: string[] } {
  const bits = bitsFor(made.length);
  const text = new Map<string, string>();
  const bytes = new Map<string, Uint8Array>();
  const gatherer = new Gatherer();
  for (const [position, each] of made.entries()) {
    text.set(entryPath(numberOf(position)), toHtml(each, position));
    gatherer.add(numberOf(position), toHtml(each, position));
  }
  const gathered = gatherer.finish(bits, positionOf);
  for (let shelf = 0; shelf < 2 ** bits; shelf++) bytes.set(shelfPathOf(shelf), joinShelf([gathered], shelf));
  for (let file = 0; file * ENTRIES_PER_FILE < made.length; file++)
    text.set(
      entriesPath(file),
      JSON.stringify(made.map((_, position) => numberOf(position)).slice(file * ENTRIES_PER_FILE, (file + 1) * ENTRIES_PER_FILE)),
    );
  text.set(MANIFEST, JSON.stringify({ entries: made.length, bits, years: [] }));
  const asked: string[] = [];
  const get =
    <T>(files: Map<string, T>) =>
    async (path: string) => {
      asked.push(path);
      return files.get(path);
    };
  return { text: get(text), bytes: get(bytes), asked };
}

/** Positions of what is found, in the order of the results. */
async function found(site: Fetch, text: string, more: Partial<ReturnType<typeof readQuery>> = {}): Promise<string[]> {
  const search = await Search.open(site);
  const results = await search.find({ ...readQuery(''), text, ...more });
  return (await results.next(1000)).map(({ page }) => page.number);
}

const SYLLABLES = fc.constantFrom(...'县政府关于公积金的通知〔2026〕1号，办事aA１２3<&');
const line = fc.array(SYLLABLES, { minLength: 1, maxLength: 24 }).map((all) => all.join(''));
const made = fc.record({ title: line, blocks: fc.array(line, { minLength: 1, maxLength: 3 }) });
const corpus = fc.array(made, { minLength: 1, maxLength: 60 });

test('what is found is what holds the words, for any texts: every part of two characters or more, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(
      corpus,
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 2, max: 7 })), { minLength: 1, maxLength: 6 }),
      line,
      async (all, cuts, other) => {
        const site = toSite(all);
        const texts = all.map(({ title, blocks }) => [title, ...blocks].map(fold));
        const asked = cuts.map(([which, from, length]) => {
          const lines = texts[which % texts.length]!;
          const whole = lines[from % lines.length]!;
          return whole.slice(from % Math.max(1, whole.length - 1)).slice(0, length);
        });
        for (const word of [...asked, fold(other)].filter((each) => each.length > 1)) {
          const holds = (lines: readonly string[], position: number) => [...lines, numberOf(position)].some((each) => each.includes(word));
          const inText = texts.flatMap((lines, position) => (holds(lines, position) ? [numberOf(position)] : []));
          expect(new Set(await found(site, word))).toEqual(new Set(inText));
          const inTitle = texts.flatMap((lines, position) => (holds(lines.slice(0, 1), position) ? [numberOf(position)] : []));
          expect(await found(site, word, { titleOnly: true })).toEqual(inTitle.reverse());
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('an index that was changed, or joined from parts, is the one that is made anew', () => {
  fc.assert(
    fc.property(corpus, corpus, fc.array(fc.boolean(), { maxLength: 60 }), (before, fresh, stays) => {
      const toGathered = (all: readonly Made[], from = 0, step = 1) => {
        const gatherer = new Gatherer();
        for (const [at, each] of all.entries()) gatherer.add(inOneUnit(from + at * step), toHtml(each, 0));
        return gatherer.finish(0, positionOf);
      };
      const shelf = (all: readonly Made[]) => joinShelf([toGathered(all)], 0);
      const shares = [0, 1].map((share) =>
        toGathered(
          before.filter((_, at) => at % 2 === share),
          share,
          2,
        ),
      );
      const sent = shares.map((share) => fromBytes(Buffer.concat(toBytes(share))));
      expect(joinShelf(sent.reverse(), 0)).toEqual(shelf(before));

      const kept = before.filter((_, at) => stays[at]);
      const moved = new Map(before.flatMap((each, at) => (stays[at] ? [[at, kept.indexOf(each)] as const] : [])));
      const changes = new Map<number, Change>();
      for (const [at, each] of fresh.entries())
        for (const part of ['text', 'title'] as const)
          for (const key of keysIn(toHtml(each, 0), part)) {
            const change = changes.get(key >>> 0) ?? { text: { added: [], removed: [] }, title: { added: [], removed: [] } };
            changes.set(key >>> 0, change);
            change[part].added.push(kept.length + at);
          }
      expect(changeShelf(shelf(before), changes, (position) => moved.get(position))).toEqual(shelf([...kept, ...fresh]));
      expect(shelfOf(0x4e00_4e01, 0)).toBe(0);
    }),
    { numRuns: 60 },
  );
});

test('a set of positions is read as it was written, in bytes that do not outgrow its bits', () => {
  const sets = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer()).map(([share, seed]) => {
    const random = toRandom(seed);
    return Uint32Array.from(Array.from({ length: 3000 }).keys()).filter(() => random() < share);
  });
  fc.assert(
    fc.property(sets, (positions) => {
      const writer = new Writer();
      writePositions(writer, positions);
      expect(readPositions(new Reader(writer.take()))).toEqual(positions);
      expect(writer.length).toBeLessThanOrEqual(375 + 4);
    }),
    { numRuns: 60 },
  );
});

/** Numbers in [0, 1) (mulberry32). */
function toRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const ENTRIES: Made[] = [
  { title: '关于印发实施方案的通知', blocks: ['云政办发〔2026〕12号', '各乡镇人民政府：城乡居民最低生活保障标准提高到每月800元。'] },
  { title: '城乡居民最低生活保障办法', blocks: ['咨询电话 0900-5550101。', '资金从每月发放。'] },
  { title: '公积金提取指南', blocks: ['办事流程见附表。'] },
];

test.each([
  ['乡居民最', ['2', '1']],
  ['云政办发[2026]12号', ['1']],
  ['云政办发（2026）12号', ['1']],
  ['５５５０１０１', ['2']],
  ['5550', ['2']],
  ['55501011', []],
  ['提高到 每月', ['1']],
  ['标准提高到 公积金', []],
  ['办法咨询', []],
  ['990101010/202601', ['1']],
])('“%s” is found in %j', async (text, numbers) => {
  expect((await found(toSite(ENTRIES), text)).map((number) => number.slice(-1))).toEqual(numbers);
});

test('results are narrowed and sorted, excerpts mark what was asked for, and the address says it all', async () => {
  const site = toSite(ENTRIES);
  const query = readQuery('?q=%E6%AF%8F%E6%9C%88&sort=date&year=2021&unit=990101011');
  expect(writeQuery(query)).toBe('q=%E6%AF%8F%E6%9C%88&sort=date&unit=990101011&year=2021');
  const search = await Search.open(site);
  const results = await search.find(query);
  const [hit, ...others] = await results.next(10);
  expect(others).toEqual([]);
  expect(hit).toMatchObject({
    href: '/i/990101011/202602/00002.html',
    page: { state: '有效', unit: '县政府', day: '2021-03-01' },
  });
  expect(hit!.excerpt.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('')).toBe('资金从[每月]发放。');
});

test('of what is found nowhere as it stands, titles that are close are told, and none for nonsense', async () => {
  const filler = Array.from({ length: 40 }, (_, at) => ({ title: `第${at}次会议的通知`, blocks: ['会议内容。'] }));
  const search = await Search.open(toSite([...ENTRIES, ...filler]));
  const near = async (text: string) => (await search.near({ ...readQuery(''), text })).map(({ page }) => page.title);
  expect(await near('最低生活保帐怎么办理')).toEqual(['城乡居民最低生活保障办法']);
  expect(await near('紫云飞象登月球')).toEqual([]);
});
