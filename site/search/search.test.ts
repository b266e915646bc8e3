import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryPath } from '../../cms/library/addresses.ts';
import { answer } from './answer.ts';
import { type Change, changeShelf, toChange } from './change-shelf.ts';
import { entryKeys } from './entry-keys.ts';
import type { Piece } from './excerpt.ts';
import { fold } from './fold.ts';
import { type Gathered, Gatherer } from './gather.ts';
import { advise } from './help.ts';
import { fromBytes, Joiner, toBytes } from './join.ts';
import { Numbering } from './numbering.ts';
import { bitsFor, folderOf, longPathOf, MANIFEST, recentPathOf, registerPathOf, shelfPathOf } from './paths.ts';
import { PositionSet, Reader, readPositions, Writer, writeSet } from './positions.ts';
import { readQuery, writeQuery } from './query.ts';
import { READING_BEGIN, READING_END } from './reading-text.ts';
import { Recent } from './recent.ts';
import { Register } from './register.ts';
import { type Fetch, type Manifest, Search } from './search.ts';
import { PARTS, type Places, ShelfWriter } from './shelf.ts';
import { soundOf } from './syllables.ts';
import { rephrase } from './synonyms.ts';

interface Made {
  title: string;
  blocks: string[];
  /** What its attachment says, if it has one. */
  file?: string | undefined;
}

const numberOf = (position: number) => `9901010${10 + (position % 3)}/20260${1 + (position % 2)}-${String(position + 1).padStart(5, '0')}`;
const dayOf = (position: number) => `202${position % 5}-03-01`;
const UNITS = ['990101010', '990101011', '990101012'];
const numbering = new Numbering(UNITS);
const toEscaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const readingPathOf = (position: number) => `${entryPath(numberOf(position))}.txt.html`;
const toReading = (file: string) => `${READING_BEGIN}<p>${toEscaped(file)}</p>${READING_END}`;

/** A page as far as search looks at it. */
const toHtml = (
  { title, blocks, file }: Made,
  position: number,
) => `<main><article class="entry policy"><header><h1>${toEscaped(title)}</h1>
<p class="entry-facts"><span>发布时间：<time datetime="${dayOf(position)}T09:00">三月一日</time></span> <span class="badge open">有效</span></p></header>
<div class="body">${blocks.map((block) => `<p>${toEscaped(block)}</p>`).join('')}</div>${file === undefined ? '' : `<a class="reading" href="${readingPathOf(position)}" aria-label="网页版：《附件》">网页版</a>`}
<footer class="responsibility"><p><span>责任单位：<a href="/">县政府</a></span></p><p><span>索引号：${numberOf(position)}</span></p></footer></article></main>`;

const inOneUnit = (position: number) => `990101010/202601-${String(position + 1).padStart(5, '0')}`;

/** Few enough bytes for some sets to lie in files of their own. */
const LONGEST = 12;

/** The files of a site that has only these entries. */
function toSite(made: readonly Made[]): Fetch & { asked: string[] } {
  const bits = bitsFor(made.length);
  const text = new Map<string, string>();
  const bytes = new Map<string, Uint8Array>();
  const gatherer = new Gatherer();
  for (const [position, each] of made.entries()) {
    text.set(entryPath(numberOf(position)), toHtml(each, position));
    gatherer.add(numberOf(position), toHtml(each, position));
    if (each.file === undefined) continue;
    text.set(readingPathOf(position), toReading(each.file));
    gatherer.addReading(toReading(each.file));
  }
  const joiner = new Joiner([gatherer.finish(bits, numbering)]);
  const newest = made.map((_, position) => position).sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
  const recent = Recent.of(newest.map(numberOf), bits);
  const later = new Map<string, [number, Places][]>();
  for (let shelf = 0; shelf < 2 ** bits; shelf++) {
    const path = recentPathOf(shelf, bits);
    const found = later.get(path) ?? [];
    later.set(path, found);
    const marks = joiner.mark(recent.in(folderOf(shelf, bits)).map((number) => numbering.positionOf(number)));
    const writer = new ShelfWriter(LONGEST);
    joiner.join(writer, shelf, marks, (key, places) => found.push([key, places]));
    bytes.set(shelfPathOf(shelf, bits), writer.take());
    for (const long of writer.long) bytes.set(longPathOf(long.key, long.part, bits), long.bytes!);
  }
  for (const [path, found] of later) {
    const writer = new ShelfWriter(Number.POSITIVE_INFINITY);
    for (const [key, places] of found.sort((a, b) => a[0] - b[0])) writer.put(key, places);
    bytes.set(path, writer.take());
  }
  const registers = [...Register.byYear(gatherer.rows)].map(([year, register]) => {
    text.set(registerPathOf(year), register.toString());
    return { year, ...register.range };
  });
  text.set(MANIFEST, JSON.stringify({ entries: made.length, bits, units: UNITS, registers } satisfies Manifest));
  const asked: string[] = [];
  const get =
    <T>(files: Map<string, T>) =>
    async (path: string) => {
      asked.push(path);
      return files.get(path);
    };
  return { text: get(text), bytes: get(bytes), asked };
}

/** Index numbers of what is found, in the order of the results. */
async function found(site: Fetch, text: string, more: Partial<ReturnType<typeof readQuery>> = {}): Promise<string[]> {
  const search = await Search.open(site);
  const results = await search.find({ ...readQuery(''), text, ...more });
  const numbers: string[] = [];
  while (!results.isDone) numbers.push(...(await results.next(3)).map(({ page }) => page.number));
  return numbers;
}

/** The newest first. */
const byDay = (numbers: readonly string[]) =>
  numbers.toSorted((a, b) => {
    const [dayOfA, dayOfB] = [a, b].map((number) => dayOf(Number(number.slice(17)) - 1)) as [string, string];
    return dayOfA === dayOfB ? numbering.positionOf(b) - numbering.positionOf(a) : dayOfA < dayOfB ? 1 : -1;
  });

const SYLLABLES = fc.constantFrom(...'县政府关于公积金的通知〔2026〕1号，办事aA１２3<&');
const line = fc.array(SYLLABLES, { minLength: 1, maxLength: 24 }).map((all) => all.join(''));
const made = fc.record({ title: line, blocks: fc.array(line, { minLength: 1, maxLength: 3 }), file: fc.option(line, { nil: undefined }) });
const corpus = fc.array(made, { minLength: 1, maxLength: 60 });

test('what is found is what holds the words, for any texts: every part of two characters or more, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(
      corpus,
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 2, max: 7 })), { minLength: 1, maxLength: 6 }),
      line,
      async (all, cuts, other) => {
        const site = toSite(all);
        const texts = all.map(({ title, blocks, file = '' }) => [title, ...blocks, file].map(fold));
        const asked = cuts.map(([which, from, length]) => {
          const lines = texts[which % texts.length]!;
          const whole = lines[from % lines.length]!;
          return whole.slice(from % Math.max(1, whole.length - 1)).slice(0, length);
        });
        for (const word of [...asked, fold(other)].filter((each) => each.length > 1)) {
          const holds = (lines: readonly string[], position: number) => [...lines, numberOf(position)].some((each) => each.includes(word));
          const inText = texts.flatMap((lines, position) => (holds(lines, position) ? [numberOf(position)] : []));
          expect(new Set(await found(site, word))).toEqual(new Set(inText));
          // A sign by itself is passed over.
          const other = asked[0]!.replace(/^[^\p{L}\p{N}]$/u, '');
          const both = texts.flatMap((lines, position) =>
            holds(lines, position) && [...lines, numberOf(position)].some((each) => each.includes(other)) ? [numberOf(position)] : [],
          );
          expect(new Set(await found(site, `${word} ${asked[0]}`))).toEqual(new Set(both));
          const inTitle = texts.flatMap((lines, position) => (holds(lines.slice(0, 1), position) ? [numberOf(position)] : []));
          expect(await found(site, word, { titleOnly: true })).toEqual(byDay(inTitle));
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('an index that was changed, or joined from parts, is the one that is made anew', () => {
  fc.assert(
    fc.property(corpus, corpus, fc.array(fc.boolean(), { maxLength: 60 }), (before, fresh, stays) => {
      const readingsOf = ({ file }: Made) => (file === undefined ? [] : [toReading(file)]);
      const add = (gatherer: Gatherer, each: Made, at: number) => {
        gatherer.add(inOneUnit(at), toHtml(each, 0));
        for (const reading of readingsOf(each)) gatherer.addReading(reading);
      };
      const toGathered = (all: readonly Made[], from = 0, step = 1) => {
        const gatherer = new Gatherer();
        for (const [at, each] of all.entries()) add(gatherer, each, from + at * step);
        return gatherer.finish(0, numbering);
      };
      const join = (parts: readonly Gathered[]) => {
        const writer = new ShelfWriter(LONGEST);
        const joiner = new Joiner(parts);
        joiner.join(writer, 0, joiner.mark([]), () => {});
        return writer;
      };
      const longOf = ({ long }: ShelfWriter) => new Map(long.map(({ key, part, bytes }) => [`${part} ${key}`, bytes]));
      const filesOf = (writer: ShelfWriter) => ({ bytes: writer.take(), long: longOf(writer) });
      const toPosition = (at: number) => numbering.positionOf(inOneUnit(at));
      const shares = [0, 1].map((share) =>
        toGathered(
          before.filter((_, at) => at % 2 === share),
          share,
          2,
        ),
      );
      const sent = shares.map((share) => fromBytes(Buffer.concat(toBytes(share))));
      const whole = join([toGathered(before)]);
      expect(filesOf(join(sent.reverse()))).toEqual(filesOf(whole));

      const changes = new Map<number, Change>();
      const note = (each: Made, at: number, how: keyof Change['text']) => {
        for (const part of PARTS)
          for (const key of entryKeys(inOneUnit(at), toHtml(each, 0), readingsOf(each), part)) {
            const change = changes.get(key >>> 0) ?? toChange();
            changes.set(key >>> 0, change);
            change[part][how].push(toPosition(at));
          }
      };
      for (const [at, each] of before.entries()) if (!stays[at]) note(each, at, 'removed');
      for (const [at, each] of fresh.entries()) note(each, before.length + at, 'added');
      const gatherer = new Gatherer();
      for (const [at, each] of before.entries()) if (stays[at]) add(gatherer, each, at);
      for (const [at, each] of fresh.entries()) add(gatherer, each, before.length + at);
      const former = longOf(whole);
      const changed = new ShelfWriter(LONGEST);
      changeShelf(changed, whole.take(), changes, (key, part) => former.get(`${part} ${key}`)!);
      const long = new Map([...former, ...longOf(changed)].filter(([, bytes]) => bytes !== undefined));
      expect({ bytes: changed.take(), long }).toEqual(filesOf(join([gatherer.finish(0, numbering)])));
    }),
    { numRuns: 60 },
  );
});

test('a set of positions is read as it was written, in bytes that do not outgrow its bits', () => {
  const sets = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer()).map(([share, seed]) => {
    const random = toRandom(seed);
    const all = Array.from({ length: 3000 }, (_, at) =>
      numbering.positionOf(`${UNITS[at % 3]}/20260${1 + (at % 9)}-${String(at).padStart(5, '0')}`),
    );
    return Float64Array.from(all.sort((a, b) => a - b)).filter(() => random() < share);
  });
  fc.assert(
    fc.property(sets, (positions) => {
      const writer = new Writer();
      writeSet(writer, PositionSet.of(positions));
      expect(readPositions(new Reader(writer.take()))).toEqual(positions);
      // No more than the bits of 27 units and months.
      expect(writer.length).toBeLessThanOrEqual(27 * (375 + 5) + 2);
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
  const marked = (excerpt: readonly Piece[]) => excerpt.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');
  expect(marked(hit!.excerpt)).toBe('资金从[每月]发放。');
  const [paid] = await (await search.find({ ...readQuery(''), text: '800元' })).next(1);
  expect(marked(paid!.excerpt)).toBe('……城乡居民最低生活保障标准提高到每月[800元]。');
});

test('of what is found nowhere as it stands, titles that are close are told, and none for nonsense', async () => {
  const filler = Array.from({ length: 40 }, (_, at) => ({ title: `第${at}次会议的通知`, blocks: ['会议内容。'] }));
  const search = await Search.open(toSite([...ENTRIES, ...filler]));
  const near = async (text: string) => (await search.near({ ...readQuery(''), text })).map(({ page }) => page.title);
  expect(await near('最低生活保帐怎么办理')).toEqual(['城乡居民最低生活保障办法']);
  // The question stands nowhere, so the text is told from its begin, without what heads it.
  const [hit] = await search.near({ ...readQuery(''), text: '公积金体曲资兰' });
  expect(hit!.excerpt).toEqual([{ text: '办事流程见附表。', isHit: false }]);
  // What sounds the same, or nearly.
  expect(await near('公积金体曲资兰')).toEqual(['公积金提取指南']);
  // What the title says in between does not count as so many mistakes.
  expect(await near('城乡居民生活保障办发')).toEqual(['城乡居民最低生活保障办法']);
  // What sounds the same, where the title says more in between.
  expect(await near('公积提曲')).toEqual(['公积金提取指南']);
  expect(await near('紫云飞象登月球')).toEqual([]);
});

test.each([
  ['打疫苗', '动物防疫'],
  ['动物打疫苗', '动物防疫'],
  ['房产证办理', '不动产登记办理'],
  ['房产过户登记', '不动产登记'],
])('“%s” is “%s” in official words', (text, official) => {
  expect(rephrase(text)[0]).toEqual({ text: official, isOfficial: true });
});

test('what was written as one word is looked for in its words, which must all occur', async () => {
  const search = await Search.open(toSite(ENTRIES));
  const ask = async (text: string) => {
    const { how, text: asked, hits } = await answer(search, { ...readQuery(''), text });
    return [how, asked, ...hits.map(({ page }) => page.title)];
  };
  expect(await ask('公积金附表')).toEqual(['instead', '公积金 附表', '公积金提取指南']);
  expect(await ask('公积金恐龙')).toEqual(['none', '公积金恐龙']);
  expect((await ask('公积金 & 附表')).slice(2)).toEqual(['公积金提取指南']);
});

test('a unit is named for its line 12345, and not to who asks for 123', () => {
  const unit = { name: '县政府办公室', href: '/', phone: '0900-5550001', does: ['管理12345热线'], owes: [] };
  const named = (text: string) => advise({ units: [unit] }, text, 3).length;
  expect([named('12345'), named('GB123')]).toEqual([1, 0]);
});

test.each(['登等', '记级', '资姿', '血学', '住租', '理里', '兰南', '四十'])('“%s” sound alike', (pair) => {
  expect(soundOf(pair[0]!)).toBe(soundOf(pair[1]!));
});

test.each(['登记', '学校', '县镇', '1一'])('“%s” do not', (pair) => {
  expect(soundOf(pair[0]!)).not.toBe(soundOf(pair[1]!));
});
