import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { addEntry, makeCounty, writeCounty } from '../cms/library/testing/made-up-county.ts';
import { TAKEN_DOWN } from '../cms/model/types/public-list.ts';
import { toWithdrawnBody } from '../cms/model/withdrawn.ts';
import { build } from './render/build.ts';
import { reader } from './testing/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-taken-down-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NAME = '欧阳试验';
const LIST = {
  title: '拟补助对象公示',
  column: 'lists',
  starts_on: '2026-03-10',
  ends_on: '2026-03-18',
  basis: '补助办法第五条',
  objection: { unit: '办公室', phone: '0900-5550000', address: '试验路1号' },
};

/** Files of the public site, those of the search index included, or of another folder, that hold some words. */
function holding(out: string, words: string, within = 'current'): string[] {
  const root = join(out, within);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true }).filter((item) => item.isFile());
  return files.map(({ parentPath, name }) => join(parentPath, name)).filter((file) => readFileSync(file).includes(words));
}

test('on the day after its last, what a public list says about persons is on no page and in no feed, index, interface or file', async () => {
  const county = makeCounty();
  const body = `拟补助${NAME}等两人。\n\n| 姓名 | 金额 |\n| --- | --- |\n| ${NAME} | 500 |`;
  const fields = { summary: `拟补助${NAME}。`, attachments: [{ file: 'mingdan.csv', title: '拟补助名单' }] };
  addEntry(county.files, 'school', 'public-list', 71, { ...LIST, ...fields, has_personal_data: true }, body);
  county.files.set('entries/school/public-list/2026/202603-00071/mingdan.csv', `姓名,金额\n${NAME},500\n`);
  addEntry(
    county.files,
    'school',
    'public-list',
    72,
    { ...LIST, summary: '公示期满的单位。', has_personal_data: false },
    '拟补助单位两家。',
  );
  const [content, out] = [join(folder, 'content'), join(folder, 'out')];
  writeCounty(content, county);

  await build({ content: { folder: content }, out, today: '2026-03-18', reader });
  expect(holding(out, NAME, 'texts').length).toBe(1);
  const names = holding(out, NAME).map((file) => file.slice(join(out, 'current').length));
  expect(names).toContain('/i/990101003/202603/00071-mingdan.csv');
  for (const path of ['/i/990101003/202603/00071.html', '/dept/school/lists/index.html', '/feed.xml', '/api/entries/990101003/2026-9.json'])
    expect(names).toContain(path);

  const { root } = await build({ content: { folder: content }, out, today: '2026-03-19', reader });
  expect(holding(out, NAME, 'texts')).toEqual([]);
  expect(holding(out, NAME)).toEqual([]);
  expect(holding(out, 'mingdan')).toEqual([]);
  const page = readFileSync(join(out, 'current/i/990101003/202603/00071.html'), 'utf8');
  for (const words of ['拟补助对象公示', '公示结束', '2026年3月10日至2026年3月18日', '0900-5550000', TAKEN_DOWN])
    expect(page).toContain(words);
  expect(readFileSync(join(out, 'current/i/990101003/202603/00072.html'), 'utf8')).toContain('拟补助单位两家。');
  expect(root).toBe((await build({ content: { folder: content }, out: join(folder, 'full'), today: '2026-03-19', reader })).root);
});

test('what was withdrawn is called so on its page, in lists and in headlines', async () => {
  const [content, out] = [join(folder, 'left'), join(folder, 'left-site')];
  const county = makeCounty();
  addEntry(county.files, 'school', 'news', 71, { title: '撤回的消息' }, toWithdrawnBody('内容有误。', '2026-03-19 09:00'));
  writeCounty(content, county);
  const { findings } = await build({ content: { folder: content }, out, today: '2026-03-19', reader });
  expect(findings).toEqual([]);
  const paths = ['i/990101003/202603/00071.html', 'dept/school/news/index.html', 'dept/school/index.html'];
  for (const path of paths)
    expect(readFileSync(join(out, 'current', path), 'utf8'), path).toMatch(/撤回的消息[\s\S]*?<span class="badge closed">已撤回</u);
});

test('the text of an attachment that was replaced or whose entry has gone is kept no longer than the page, unless another entry has the same file', async () => {
  const [content, out] = [join(folder, 'county'), join(folder, 'site')];
  const today = '2026-03-18';
  const rebuild = async (files: Record<string, string>) => {
    const county = makeCounty();
    for (const [sequence, text] of Object.entries(files)) {
      addEntry(county.files, 'school', 'news', Number(sequence), { attachments: [{ file: 'table.csv', title: '名单' }] });
      county.files.set(`entries/school/news/2026/202603-${sequence.padStart(5, '0')}/table.csv`, text);
    }
    rmSync(content, { recursive: true, force: true });
    writeCounty(content, county);
    await build({ content: { folder: content }, out, today, reader });
    return ['甲', '乙', '丙'].map((name) => holding(out, name, 'texts').length);
  };
  expect(await rebuild({ 71: '甲,1\n', 72: '甲,1\n', 73: '乙,2\n' })).toEqual([1, 1, 0]);
  expect(await rebuild({ 71: '甲,1\n', 73: '丙,3\n' })).toEqual([1, 0, 1]);
  expect(await rebuild({ 73: '丙,3\n' })).toEqual([0, 0, 1]);
});
