import fc from 'fast-check';
import { dump as toYaml } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { toWithdrawnBody } from '../model/withdrawn.ts';
import type { Item } from './item.ts';
import type { Library } from './library.ts';
import { listOf } from './lists.ts';
import { history, replay } from './testing/edits.ts';
import { addEntry, makeCounty, toUnit } from './testing/made-up-county.ts';
import { listsOf, TestLibrary } from './testing/test-library.ts';

/** More on request: HISTORIES=2000 npx vitest run cms/library */
const HISTORIES = Math.ceil(Number(process.env.HISTORIES ?? 30) / 4);

const numbersOf = (items: readonly Item[]) => items.map(({ number }) => number);

/** What a list should hold, worked out the slow way: every public entry is asked whether it belongs. */
function expected(library: Library, list: string): string[] {
  const items = [...library.numbers()].map(({ number }) => library.item(number)!);
  const [place = '', name = ''] = list.split('/');
  const county = library.units('county')[0];
  const belongs = ({ unit, data }: Item): boolean => {
    if (place === 'topic') return data.topics?.includes(name) ?? false;
    if (place === '*') return true;
    if (unit === place && (name === '*' || data.column === name)) return true;
    const column = library.column(name);
    if (place !== county?.id || !column || !county.columns.includes(name)) return false;
    const kind = library.unit(unit)?.kind;
    return (column.gathers ?? []).includes(data.column) && (!column.gathers_from || column.gathers_from.some((each) => each === kind));
  };
  const key = (item: Item) => `${item.publishedAt}|${item.number}`;
  return numbersOf(items.filter(belongs).sort((a, b) => (key(a) < key(b) ? -1 : 1)));
}

test(`lists hold what belongs in them, in order (${HISTORIES} histories)`, async () => {
  await fc.assert(
    fc.asyncProperty(history, async (parts) => {
      using library = new TestLibrary(makeCounty());
      for (const county of replay(parts)) {
        library.become(county);
        await library.sync();
        const open = library.library();
        for (const list of listsOf(open)) {
          const all = expected(open, list);
          expect([list, open.count(list)]).toEqual([list, all.length]);
          expect([list, numbersOf(open.slice(list, 0, 1000))]).toEqual([list, all]);
          expect(numbersOf(open.slice(list, 2, 5))).toEqual(all.slice(2, 5));
          expect(numbersOf(open.slice(list, 20, 40))).toEqual(all.slice(20, 40));
          expect([0, all.length].map((at) => open.reaches(list, at))).toEqual([all.length > 0, false]);
          expect(numbersOf(open.latest(list, 3))).toEqual(all.slice(-3).reverse());
        }
      }
    }),
    { numRuns: HISTORIES, seed: Number(process.env.SEED ?? 20261122), endOnFailure: false },
  );
});

test('that an entry is withdrawn is known beside its fields, and forgotten when it is published again', async () => {
  const county = makeCounty();
  const number = '990101101/202603-00100';
  addEntry(county.files, 'valley', 'news', 100, {}, toWithdrawnBody('内容有误。', '2026-03-19 09:00'));
  using library = new TestLibrary(county);
  await library.sync();
  const withdrawn = library.library().entry(number)!;
  const stored = library.library().stored.entry(withdrawn.folder)!;
  expect([withdrawn.isWithdrawn, stored.data]).toEqual([true, withdrawn.data]);
  addEntry(county.files, 'valley', 'news', 100, {}, '正文。');
  library.become(county);
  await library.sync();
  expect(library.library().item(number)!.isWithdrawn).toBeUndefined();
});

test('places far into a long list are those counted from its beginning', async () => {
  const county = makeCounty();
  for (let n = 100; n < 1300; n++) addEntry(county.files, 'valley', 'news', n, {});
  using library = new TestLibrary(county);
  await library.sync();
  const open = library.library();
  const all = numbersOf(open.slice('valley/*', 0, 5000));
  expect(all).toHaveLength(1201);
  for (const from of [0, 499, 500, 501, 990, 1000, 1200, 1201, 1500, 90_000]) {
    expect([from, numbersOf(open.slice('valley/*', from, from + 30))]).toEqual([from, all.slice(from, from + 30)]);
    expect([from, open.reaches('valley/*', from)]).toEqual([from, from < all.length]);
  }
});

describe('answers', () => {
  const withCounty = async (ask: (library: Library) => void, county = makeCounty()) => {
    using library = new TestLibrary(county);
    await library.sync();
    ask(library.library());
  };

  test('an entry with its head, text, folder and files', () =>
    withCounty((library) => {
      expect(library.entry('990101101/202603-00001')).toEqual({
        number: '990101101/202603-00001',
        unit: 'valley',
        type: 'news',
        publishedAt: '2026-03-02 09:30',
        data: {
          title: '山谷乡修通道路',
          column: 'news',
          index_number: '990101101/202603-00001',
          published_at: '2026-03-02 09:30',
        },
        body: '正文第一段。\n\n正文第二段。',
        folder: 'entries/valley/news/2026/202603-00001',
        files: new Map(),
      });
      expect(library.entry('990101101/202603-00002')).toBeUndefined();
      expect(library.item('')).toBeUndefined();
    }));

  test('files beside an entry, not those in folders below', async () => {
    const county = makeCounty();
    const folder = 'entries/valley/news/2026/202603-00001';
    county.files.set(`${folder}/a.docx`, 'a');
    county.files.set(`${folder}/sub/b.docx`, 'b');
    county.files.set(`${folder}/index.markdown`, 'c');
    county.files.set(`${folder}-2/c.docx`, 'c');
    await withCounty((library) => {
      expect([...library.entry('990101101/202603-00001')!.files]).toEqual([
        [
          'a.docx',
          { name: 'a.docx', path: `${folder}/a.docx`, size: 1, sha256: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb' },
        ],
        ['index.markdown', expect.objectContaining({ size: 1 })],
      ]);
      expect(library.stored.filesIn(folder).map(({ name }) => name)).toEqual(['a.docx', 'index.markdown']);
      expect([...library.numbers('990101101/')]).toEqual([{ number: '990101101/202603-00001', folder, hasFiles: true }]);
      expect([...library.numbers()]).toHaveLength(6);
      expect([...library.numbers('moon')]).toEqual([]);
    }, county);
  });

  test('units in their order, topics with the newest first, columns as written', async () => {
    const county = makeCounty();
    county.files.set('units/a.yaml', toYaml({ ...toUnit('school', 2), code: '990101009' }));
    county.files.set('topics/winter.yaml', county.files.get('topics/spring.yaml')!);
    county.files.set('topics/new.yaml', county.files.get('topics/spring.yaml')!.replace('2026-02-01', '2026-03-01'));
    await withCounty((library) => {
      expect(library.units().map(({ id }) => id)).toEqual(['county', 'school', 'a', 'valley']);
      expect(library.units('department').map(({ id }) => id)).toEqual(['school', 'a']);
      expect(library.topics().map(({ id }) => id)).toEqual(['new', 'spring', 'winter']);
      expect(library.columns().map(({ id }) => id)).toEqual(['news', 'all-news', 'policies', 'interpretation', 'lists']);
      expect(library.columns()[0]).toEqual({
        id: 'news',
        name: '工作动态',
        kind: 'news',
        freshness: 'year',
        description: '工作动态栏目。',
        keywords: ['工作动态'],
      });
      expect(library.unit('moon')).toBeUndefined();
      expect(library.redirects()).toEqual([{ from: '/old/1.html', to: '990101003/202603-00001' }]);
    }, county);
  });

  test('what an entry names and who names it', async () => {
    const county = makeCounty();
    for (const n of [62, 61])
      addEntry(county.files, 'school', 'interpretation', n, {
        column: 'interpretation',
        interprets: ['990101000/202603-00001', '990101003/202603-00001'],
        form: 'text',
        interpreter: '教育局',
        published_at: `2026-03-0${n - 60} 09:00`,
      });
    await withCounty((library) => {
      expect(numbersOf(library.referring('interprets', '990101000/202603-00001'))).toEqual([
        '990101003/202603-00061',
        '990101003/202603-00062',
      ]);
      expect(library.referring('amends', '990101000/202603-00001')).toEqual([]);
      const item = library.item('990101003/202603-00061')!;
      expect(library.references(item).map(({ field, item: { number } }) => [field, number])).toEqual([
        ['interprets', '990101000/202603-00001'],
        ['interprets', '990101003/202603-00001'],
      ]);
    }, county);
  });

  test('lists that nobody has are empty', () =>
    withCounty((library) => {
      for (const list of ['moon/news', listOf.topic('moon'), '']) {
        expect(library.count(list)).toBe(0);
        expect(library.latest(list, 5)).toEqual([]);
        expect(library.slice(list, 0, 5)).toEqual([]);
      }
    }));

  test('whoever changes what was handed out changes it for nobody else', () =>
    withCounty((library) => {
      library.units().pop();
      library.columns().reverse();
      expect(library.units()).toHaveLength(3);
      expect(library.columns()[0]?.id).toBe('news');
    }));
});
