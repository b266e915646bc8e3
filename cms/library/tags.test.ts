import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Library } from './library.ts';
import { listOf, PAGE_SIZE } from './lists.ts';
import type { Reading } from './recorder.ts';
import { history, replay } from './testing/edits.ts';
import { addEntry, makeCounty, UNITS } from './testing/made-up-county.ts';
import { FIELDS, listsOf, TestLibrary } from './testing/test-library.ts';

/** More on request: HISTORIES=2000 npx vitest run cms/library */
const HISTORIES = Number(process.env.HISTORIES ?? 30);

/** Every question that a page can ask, by name. What there is to ask about may come and go. */
function questions(library: Library): Map<string, (asked: Library) => unknown> {
  const numbers = [...library.numbers()].map(({ number }) => number);
  const known = [...numbers, '990101003/202603-00002', '990101003/202603-00042', '990101101/202603-00001', 'none'];
  const asked = new Map<string, (asked: Library) => unknown>([
    ['portal', (l) => l.portal],
    ['units', (l) => l.units()],
    ['townships', (l) => l.units('township')],
    ['columns', (l) => l.columns()],
    ['topics', (l) => l.topics()],
    ['duties', (l) => l.duties()],
    ['redirects', (l) => l.redirects()],
    ['file of records', (l) => l.file('columns.yaml')],
  ]);
  for (const unit of [...Object.keys(UNITS), 'village']) asked.set(`unit ${unit}`, (l) => l.unit(unit));
  for (const column of ['news', 'all-news', 'lists', 'moon']) asked.set(`column ${column}`, (l) => l.column(column));
  for (const topic of ['spring', 'autumn']) asked.set(`topic ${topic}`, (l) => l.topic(topic));
  for (const file of ['images/mark.svg', 'images/banner.svg']) asked.set(`file ${file}`, (l) => l.file(file));
  for (const number of known) {
    asked.set(`item ${number}`, (l) => l.item(number));
    asked.set(`entry ${number}`, (l) => {
      const entry = l.entry(number);
      return entry && { ...entry, files: [...entry.files.values()] };
    });
    asked.set(`references ${number}`, (l) => {
      const item = l.item(number);
      return item && l.references(item);
    });
    for (const field of FIELDS) asked.set(`${field} ${number}`, (l) => l.referring(field, number));
  }
  for (const duty of ['budget', 'water']) for (const field of FIELDS) asked.set(`${field} ${duty}`, (l) => l.referring(field, duty));
  for (const { folder } of library.numbers()) asked.set(`file in ${folder}`, (l) => l.file(`${folder}/fujian.txt`));
  for (const list of new Set([...listsOf(library), 'village/news', 'topic/autumn'])) {
    asked.set(`count ${list}`, (l) => l.count(list));
    for (const most of [1, 7, 30]) asked.set(`latest ${most} ${list}`, (l) => l.latest(list, most));
    for (const [from, to] of [
      [0, PAGE_SIZE],
      [PAGE_SIZE, 2 * PAGE_SIZE],
      [2 * PAGE_SIZE, 3 * PAGE_SIZE],
      [5, 6],
      [15, 45],
      [3, 3],
    ] as const)
      asked.set(`slice ${from} ${to} ${list}`, (l) => l.slice(list, from, to));
  }
  return asked;
}

const ask = async (library: Library, question: (asked: Library) => unknown) => {
  const { value, reading } = await library.record(async () => JSON.stringify(question(library)) ?? 'undefined');
  return { answer: value, reading };
};

test(`what reads differently was tagged (${HISTORIES} histories)`, async () => {
  let told = 0;
  let untold = 0;
  await fc.assert(
    fc.asyncProperty(history, async (parts) => {
      using library = new TestLibrary(makeCounty());
      await library.sync();
      for (const county of replay(parts)) {
        const before = library.library();
        const { generation } = before;
        const asked = questions(before);
        const answers = new Map<string, { answer: string; reading: Reading }>();
        for (const [name, question] of asked) answers.set(name, await ask(before, question));
        library.become(county);
        await library.sync();
        const after = library.library();
        const changed = after.changedSince(generation);
        if (changed) told++;
        else untold++;
        if (!changed) continue;
        for (const [name, question] of asked) {
          const { answer, reading } = answers.get(name)!;
          if ((await ask(after, question)).answer !== answer)
            expect([name, [...reading.tags].some((tag) => changed.has(tag))], [...changed].join(' ')).toEqual([name, true]);
        }
      }
    }),
    { numRuns: HISTORIES, seed: Number(process.env.SEED ?? 20261122), endOnFailure: false },
  );
  // Most edits change some things and not everything, so the property was put to the proof.
  expect(told).toBeGreaterThan(untold / 2);
});

describe('tags are few', () => {
  test('a new entry at the newest end leaves the older pages of its lists alone', async () => {
    const county = makeCounty();
    for (let n = 0; n < 60; n++) addEntry(county.files, 'school', 'news', 100 + n, { title: `第${n}条`, published_at: '2026-03-05 09:00' });
    using library = new TestLibrary(county);
    await library.sync();
    const { generation } = library.library();
    addEntry(county.files, 'school', 'news', 200, { title: '最新', published_at: '2026-03-19 09:00' });
    library.become(county);
    await library.sync();
    expect([...library.library().changedSince(generation)!].filter((tag) => tag.startsWith('l:')).sort()).toEqual([
      'l:*/*@3',
      'l:county/all-news@3',
      'l:school/*@3',
      'l:school/news@3',
    ]);
  });

  test('a comment in a file of records changes nothing that pages read', async () => {
    using library = new TestLibrary(makeCounty());
    await library.sync();
    const { generation } = library.library();
    library.write('portal.yaml', `# 备注\n${makeCounty().files.get('portal.yaml')}`);
    await library.sync();
    expect(library.library().generation).toBe(generation + 1);
    expect([...library.library().changedSince(generation)!]).toEqual(['f:portal.yaml']);
  });
});

describe('changes are remembered', () => {
  const touch = async (library: TestLibrary, n: number) => {
    library.write('images/mark.svg', `<svg>${n}</svg>`);
    await library.sync();
  };

  test('for 100 generations, whatever happened in between', async () => {
    using library = new TestLibrary(makeCounty());
    await library.sync();
    const { generation } = library.library();
    expect(library.library().changedSince(generation)).toEqual(new Set());
    expect(library.library().changedSince(generation - 1)).toBeUndefined();
    expect(library.library().changedSince(generation + 1)).toBeUndefined();
    expect(library.library().changedSince(0)).toBeUndefined();
    await touch(library, 0);
    // Drafts have no tags; what happened before them must not be forgotten for that.
    for (let n = 1; n < 101; n++) {
      library.write('entries/school/news/2026/draft/index.md', `---\ntitle: 草稿${n}\ncolumn: news\n---\n\n正文。\n`);
      await library.sync();
    }
    expect(library.library().generation).toBe(generation + 101);
    expect(library.library().changedSince(generation)).toBeUndefined();
    expect(library.library().changedSince(generation + 1)).toEqual(new Set(['f:entries/school/news/2026/draft/index.md']));
    await touch(library, 1);
    expect(library.library().changedSince(generation + 1)).toBeUndefined();
    expect(library.library().changedSince(generation + 2)).toEqual(
      new Set(['f:entries/school/news/2026/draft/index.md', 'f:images/mark.svg']),
    );
  });
});

describe('days', () => {
  const askOpen = async (questions: (library: Library) => unknown) => {
    using library = new TestLibrary(makeCounty());
    await library.sync();
    const open = library.library('2026-02-28');
    const { value, reading } = await open.record(async () => questions(open));
    return { value, until: reading.until, tags: [...reading.tags] };
  };

  test('a day has passed from the next day on', async () => {
    expect(await askOpen((l) => l.isPast('2026-02-27'))).toEqual({ value: true, until: undefined, tags: [] });
    expect(await askOpen((l) => l.isPast('2026-02-28'))).toEqual({ value: false, until: '2026-03-01', tags: [] });
    expect(await askOpen((l) => l.isPast('2028-02-28'))).toEqual({ value: false, until: '2028-02-29', tags: [] });
    expect(await askOpen((l) => l.isPast('2026-12-31'))).toEqual({ value: false, until: '2027-01-01', tags: [] });
    expect(await askOpen((l) => l.isPast('9999-12-31'))).toEqual({ value: false, until: undefined, tags: [] });
  });

  test('a day has come on the day itself', async () => {
    expect(await askOpen((l) => l.hasCome('2026-02-28'))).toEqual({ value: true, until: undefined, tags: [] });
    expect(await askOpen((l) => l.hasCome('2026-03-01'))).toEqual({ value: false, until: '2026-03-01', tags: [] });
  });

  test('the first of several days counts', async () => {
    expect(await askOpen((l) => [l.hasCome('2026-05-01'), l.isPast('2026-04-30'), l.hasCome('2026-06-01')])).toMatchObject({
      until: '2026-05-01',
    });
    expect(await askOpen((l) => [l.hasCome('2026-06-01'), l.isPast('2026-03-03'), l.hasCome('2026-05-01')])).toMatchObject({
      until: '2026-03-04',
    });
  });

  test('on the day recorded the answer is another one, and not before', async () => {
    using library = new TestLibrary(makeCounty());
    await library.sync();
    const askOn = async (today: string, question: (asked: Library) => boolean) => {
      const open = library.library(today);
      const { value, reading } = await open.record(async () => question(open));
      return { value, until: reading.until };
    };
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -40, max: 40 }), fc.boolean(), async (distance, past) => {
        const day = dayAfter('2026-02-28', distance);
        const question = (asked: Library) => (past ? asked.isPast(day) : asked.hasCome(day));
        const { value, until } = await askOn('2026-02-28', question);
        expect(until === undefined).toBe(value);
        if (until === undefined) return;
        expect(await askOn(dayAfter(until, -1), question)).toEqual({ value: false, until });
        expect(await askOn(until, question)).toEqual({ value: true, until: undefined });
      }),
      { numRuns: 50 },
    );
  });
});

const dayAfter = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

describe('remember', () => {
  const withLibrary = async (work: (library: Library) => Promise<void>) => {
    using library = new TestLibrary(makeCounty());
    await library.sync();
    await work(library.library());
  };

  test('makes a thing once and gives everyone its tags and its day', () =>
    withLibrary(async (library) => {
      let made = 0;
      const footer = async () => {
        made++;
        await wait(5);
        library.hasCome('2026-12-01');
        return `${library.portal?.name}${library.units().length}`;
      };
      const page = (number: string) =>
        library.record(async () => {
          library.item(number);
          const text = await library.remember('footer', footer);
          await wait(1);
          library.count(listOf.all);
          return text;
        });
      const pages = await Promise.all(['a', 'b', 'c'].map(page));
      pages.push(await page('d'));
      expect(made).toBe(1);
      for (const [index, { value, reading }] of pages.entries()) {
        expect(value).toBe('试验县人民政府3');
        expect([...reading.tags].sort()).toEqual([`e:${'abcd'[index]}`, 'n:*/*', 'portal:portal', 'units']);
        expect(reading.until).toBe('2026-12-01');
      }
    }));

  test('one thing inside another counts for both', () =>
    withLibrary(async (library) => {
      const inner = () => library.remember('inner', async () => `${library.count('school/news')}`);
      const outer = () => library.remember('outer', async () => `${await inner()}${library.column('news')?.name}`);
      const { value, reading } = await library.record(outer);
      expect(value).toBe('3工作动态');
      expect([...reading.tags].sort()).toEqual(['column:news', 'n:school/news']);
      expect([...(await library.record(inner)).reading.tags]).toEqual(['n:school/news']);
      expect([...(await library.record(outer)).reading.tags].sort()).toEqual(['column:news', 'n:school/news']);
    }));

  test('a thing that could not be made is tried again', () =>
    withLibrary(async (library) => {
      let tries = 0;
      const make = async () => {
        if (++tries < 3) throw new Error('not yet');
        return 'made';
      };
      await expect(Promise.allSettled([library.remember('it', make), library.remember('it', make)])).resolves.toMatchObject([
        { status: 'rejected' },
        { status: 'rejected' },
      ]);
      expect(tries).toBe(1);
      await expect(library.remember('it', make)).rejects.toThrow('not yet');
      expect(await library.remember('it', make)).toBe('made');
    }));

  test('readings of work that goes on at the same time are kept apart', async () => {
    await withLibrary((library) =>
      fc.assert(
        fc.asyncProperty(
          fc.scheduler(),
          fc.array(fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 4 }), { minLength: 2, maxLength: 5 }),
          async (scheduler, works) => {
            const salt = Math.random();
            const part = (name: string) =>
              library.remember(`${name}${salt}`, async () => {
                await scheduler.schedule(Promise.resolve());
                library.item(`inside ${name}`);
                await scheduler.schedule(Promise.resolve());
                return name;
              });
            const running = works.map((parts, index) =>
              library.record(async () => {
                library.item(`own ${index}`);
                const texts: string[] = [];
                for (const name of parts) texts.push(await part(name));
                return texts.join('');
              }),
            );
            const all = Promise.all(running);
            await scheduler.waitFor(all);
            for (const [index, { value, reading }] of (await all).entries()) {
              expect(value).toBe(works[index]!.join(''));
              expect([...reading.tags].sort()).toEqual(
                [...new Set([...works[index]!.map((name) => `e:inside ${name}`), `e:own ${index}`])].sort(),
              );
            }
          },
        ),
        { numRuns: 200 },
      ),
    );
  });
});
