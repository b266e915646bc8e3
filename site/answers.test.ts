import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { afterAll, expect, test } from 'vitest';
import { YEAR_2027 } from '../cms/calendar/testing/year-2027.ts';
import { addEntry, makeCounty, toColumns, toUnit, writeCounty } from '../cms/library/testing/made-up-county.ts';
import { build } from './render/build.ts';
import { find, parse, textOf } from './testing/document.ts';
import { sampleSite } from './testing/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-answers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a letter shows when it came, when it was answered, in how many working days, and whether in time', async () => {
  const letters = (await sampleSite()).pages.filter(({ kind }) => kind === 'entry letter');
  const answered = letters.map(({ document }) => textOf(find(document, 'p', 'entry-facts').at(-1)));
  for (const words of answered)
    expect(words).toMatch(/^\s*答复日期：\d{4}年\d+月\d+日\s*办理用时：(?:当天|\d+ 个工作日)\s*(?:按期|逾期)答复\s*$/u);
  expect(letters.length).toBeGreaterThan(20);
});

test('a letter of a year whose holidays the county has written down tells its working days as soon as they are, and no other page is made again', async () => {
  const [content, out] = [join(folder, 'letters'), join(folder, 'letters-site')];
  const county = makeCounty();
  county.files.set('columns.yaml', dump([...toColumns(), { ...toColumns()[0]!, id: 'letters', name: '来信', kind: 'letter' }]));
  const school = toUnit('school', 1);
  county.files.set('units/school.yaml', dump({ ...school, columns: [...school.columns, 'letters'] }));
  const dates = { received_on: '2027-02-04', replied_on: '2027-02-15' };
  const letter = { title: '校车几点开', column: 'letters', category: 'question', writer: '群众', question: '校车几点开？' };
  addEntry(county.files, 'school', 'letter', 90, { ...letter, ...dates });
  const said = async (holidays?: string) => {
    if (holidays) county.files.set('lexicon/calendar-2027.yaml', holidays);
    rmSync(content, { recursive: true, force: true });
    writeCounty(content, county);
    const { rendered, root, findings } = await build({ content: { folder: content }, out, today: '2027-03-01' });
    expect(findings).toEqual([]);
    const page = parse(readFileSync(join(out, 'current/i/990101003/202603/00090.html'), 'utf8'));
    return { words: textOf(find(page, 'p', 'entry-facts').at(-1)), rendered, root };
  };
  expect((await said()).words).toContain('办理用时：11 天');
  const told = await said(YEAR_2027);
  expect(told.words).toContain('办理用时：2 个工作日');
  expect(told.rendered).toBe(1);
  const fresh = await build({ content: { folder: content }, out: join(folder, 'letters-fresh'), today: '2027-03-01' });
  expect(told.root).toBe(fresh.root);
  expect((await said(YEAR_2027.replace('"2027-02-14"', ''))).words).toContain('办理用时：1 个工作日');
});

test('a consultation says, day by day and without any content changing, whether it is open and when its result comes', async () => {
  const county = makeCounty();
  county.files.set('columns.yaml', dump([...toColumns(), { ...toColumns()[0]!, id: 'asked', name: '征集', kind: 'consultation' }]));
  const school = toUnit('school', 1);
  county.files.set('units/school.yaml', dump({ ...school, columns: [...school.columns, 'asked'] }));
  addEntry(county.files, 'school', 'consultation', 90, {
    title: '校车办法征求意见',
    column: 'asked',
    opens_on: '2026-03-20',
    closes_on: '2026-04-20',
    mail: 'school@test.gov.example',
    phone: '0900-5550000',
    address: '试验路1号',
  });
  county.files.set(
    'topics/spring.yaml',
    dump({ title: '春季专题', summary: '春季的各项工作。', unit: 'county', opened_on: '2026-02-01', closed_on: '2026-04-20' }),
  );
  const [content, out] = [join(folder, 'content'), join(folder, 'out')];
  writeCounty(content, county);
  const said: (string | undefined)[] = [];
  const archived: string[] = [];
  for (const today of ['2026-03-19', '2026-04-20', '2026-04-21', '2026-05-21']) {
    await build({ content: { folder: content }, out, today });
    const read = (path: string) => parse(readFileSync(join(out, 'current', path), 'utf8'));
    const page = read('i/990101003/202603/00090.html');
    said.push([...find(page, 'span', 'badge'), ...find(page, 'p', 'alert')].map((each) => textOf(each).replace(/\s+/gu, '')).join(' '));
    archived.push(find(read('topics/spring/index.html'), 'p', 'alert').map(textOf).join());
  }
  expect(said).toEqual([
    '即将开始',
    '征集中',
    '已结束 征集已于2026年4月20日结束，采纳情况将于2026年5月20日前在本页公布。',
    '已结束 征集已于2026年4月20日结束，采纳情况还没有公布，可以拨打0900-5550000询问。',
  ]);
  expect(archived).toEqual(['', '', '本专题已于2026年4月20日归档，内容不再更新。', '本专题已于2026年4月20日归档，内容不再更新。']);
});
