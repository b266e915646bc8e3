import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { numberOfPage } from './paths.ts';
import { countValues } from './search/counts.ts';
import { facetOf, rowOf } from './search/facets.ts';
import { fold } from './search/fold.ts';
import { FoldedPages } from './search/fold-html.ts';
import { readPage, searchedIn } from './search/page-text.ts';
import { TRADITIONAL } from './search/paths.ts';
import { FACETS, type FacetName, type Query, readQuery } from './search/query.ts';
import { readReading } from './search/reading-text.ts';
import { Search } from './search/search.ts';
import { BOTH, isSimplified } from './search/simplified.ts';
import { launch, visit } from './testing/chromium.ts';
import { type Site, sampleSite } from './testing/site.ts';

let site: Site;
let browser: Browser;
let entries: { path: string; html: string; text: string }[];
beforeAll(async () => {
  [site, browser] = await Promise.all([sampleSite(), launch()]);
  entries = site.pages
    .filter(({ kind }) => kind.startsWith('entry'))
    .map(({ path, html }) => {
      const page = readPage(html)!;
      const readings = page.readings.map(({ href }) => readReading(site.text(href)));
      return { path, html, text: fold([searchedIn(page, 'text'), ...readings].join('\n')) };
    });
});
afterAll(() => browser?.close());

const fetchFrom = () => ({
  text: async (path: string) => (site.resolve(path) ? site.text(path) : undefined),
  bytes: async (path: string) => (site.resolve(path) ? new Uint8Array(site.read(path)) : undefined),
});

test('the index reads every page as the browser does', () => {
  const folded = new FoldedPages();
  const lines = (text: string) => text.split('\n').filter((line) => line !== '');
  const isWrong = (read: () => void, text: string) => {
    folded.length = 0;
    read();
    const units = Buffer.from(folded.units.buffer, 0, folded.length * 2).toString('utf16le');
    return lines(units).join('\n') !== lines(fold(text)).join('\n');
  };
  const wrong = entries.filter(({ html }) => isWrong(() => folded.read(html), searchedIn(readPage(html)!, 'text')));
  const readings = site.pages.filter(({ kind }) => kind === 'reading');
  const wrongReadings = readings.filter(({ html }) => isWrong(() => folded.readReading(html), readReading(html)));
  expect([...wrong, ...wrongReadings].map(({ path }) => path)).toEqual([]);
  expect(readings.length).toBeGreaterThan(10);
  expect(entries.length).toBeGreaterThan(500);
});

test('parts of any page are found on all pages that hold them, and on no other', async () => {
  const search = await Search.open(fetchFrom());
  const wrong: string[] = [];
  for (const [at, { text }] of entries.entries()) {
    if (at % 8 > 0) continue;
    const lines = text.split('\n').filter((line) => line.length > 8);
    const line = lines[at % lines.length]!;
    const word = line.slice((at * 7) % (line.length - 6)).slice(0, 2 + (at % 5));
    const truth = entries.filter((entry) => entry.text.includes(word)).map(({ path }) => path);
    const found = await (await search.find({ ...readQuery(''), text: word })).next(entries.length);
    if (
      truth.sort().join() !==
      found
        .map(({ href }) => href)
        .sort()
        .join()
    )
      wrong.push(`${word}: ${found.length} instead of ${truth.length}`);
  }
  expect(wrong).toEqual([]);
});

test('what only an attachment holds is found in it, by its name', async () => {
  const search = await Search.open(fetchFrom());
  const [hit, ...others] = await (await search.find({ ...readQuery(''), text: '果香园民宿' })).next(5);
  expect(others).toEqual([]);
  expect(hit!.inFile).toEqual({
    title: '清岚县旅游景区和等级民宿名录数据（CSV）',
    href: '/i/990101012/202611/00001.jingqu-minsu-2026.csv.html',
  });
  expect(hit!.excerpt.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['果香园民宿']);
});

test('who types only characters of the standard is not sent the table of traditional ones', () => {
  const pairs = JSON.parse(site.text(TRADITIONAL)) as string;
  const characters = [...pairs].filter((_, at) => at % 2 === 0);
  expect(characters.filter((character) => isSimplified(character))).toEqual([]);
  expect([...BOTH].filter((character) => !characters.includes(character))).toEqual([]);
  expect(isSimplified('2026年农村公路养护（第3批）')).toBe(true);
});

test.each([{}, { type: 'notice' }, { unit: '990101001', year: '2026' }])(
  'the numbers beside the filters are those of what is found: %o',
  async (filters) => {
    const search = await Search.open(fetchFrom());
    const query: Query = { ...readQuery(''), text: '公示', filters };
    const { isExact, of } = await countValues(search, query, [await search.find(query)]);
    const rows = entries.filter(({ text }) => text.includes('公示')).map(({ path, html }) => rowOf(numberOfPage(path)!, html));
    const truth = (name: FacetName) =>
      Map.groupBy(
        rows.filter((row) =>
          FACETS.every((other) => other === name || !query.filters[other] || query.filters[other] === facetOf(row, other)),
        ),
        (row) => facetOf(row, name),
      );
    expect(isExact).toBe(true);
    for (const name of FACETS) expect(of[name]).toEqual(new Map([...truth(name)].map(([value, { length }]) => [value, length])));
  },
);

test('a citizen asks from the home page, narrows what is found, goes back, and is told whom to ask', async () => {
  const { context, origin, outside } = await visit(browser, site, { viewport: { width: 390, height: 844 } });
  const complaints: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const hits = page.locator('#hits .item-title');
  await page.goto(`${origin}/`);
  await page.getByRole('search').getByRole('searchbox').fill('清政办发[2026]12号');
  await page.keyboard.press('Enter');
  await hits.first().waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe('清政办发[2026]12号');
  expect(await page.locator('#hits mark').first().textContent()).toBe('清政办发〔2026〕12号');

  await page.locator('#q').fill('高齡津貼');
  await page.keyboard.press('Enter');
  await page.getByText('没有找到“高齡津貼”，下面是“高龄津贴”的结果').waitFor();
  const all = await hits.count();
  await page.locator('summary').click();
  await page.getByLabel('类型').selectOption('guide');
  await page.waitForURL(/type=guide/u);
  await page.waitForFunction(() => document.querySelectorAll('#hits li').length === 1);
  expect(await hits.allTextContents()).toEqual(['高龄津贴发放']);
  await page.locator('[name=type] option', { hasText: /^办事指南（(?:约 )?[1-9]\d*）$/u }).waitFor({ state: 'attached' });
  await page.goBack();
  await page.waitForFunction((before) => document.querySelectorAll('#hits li').length === before, all);

  await page.locator('#q').fill('紫云飞象登月球');
  await page.keyboard.press('Enter');
  await page.getByText('没有找到“紫云飞象登月球”。').waitFor();
  await page.locator('#help').waitFor();
  expect(await hits.count()).toBe(0);
  await context.close();
  expect({ complaints, outside }).toEqual({ complaints: [], outside: [] });
});
