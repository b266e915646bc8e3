import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeCounty } from '../cms/library/testing/made-up-county.ts';
import { countyOfTests, TestOffice } from '../cms/office/store/testing/test-office.ts';
import { told } from '../cms/office/store/testing/told.ts';
import { OfficeAtWork } from '../cms/office/workflow/testing/office-history.ts';
import { entriesOf, Site } from '../site/testing/site.ts';
import { today } from './today.ts';

const SCRIPT = fileURLToPath(new URL('gongkai.ts', import.meta.url));
const office = new TestOffice();
afterAll(() => office[Symbol.dispose]());
const at = (...names: string[]) => join(office.place, ...names);
const gongkai = (...args: string[]) => spawnSync('node', [SCRIPT, ...args], { cwd: office.place, encoding: 'utf8' });
const TITLE = '第一小学建校六十周年';
const MARK = { on: today(), claimed_on: '2019-05-06' };
const plain = (html: string) => html.replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ');
const page = (path: string) => readFileSync(at('site/current', path), 'utf8');
const json = (path: string) => JSON.parse(page(path));
let folder: string;
let number: string;
let publishedAt: string;
/** What the office says of a draft that changes what import wrote, and of one that makes it up. */
let refused: string[];

beforeAll(async () => {
  writeCounty(office.options.content, countyOfTests());
  writeFileSync(
    at('old.html'),
    `<meta charset="utf-8"><meta name="ArticleTitle" content="${TITLE}"><meta name="PubDate" content="2019-05-06 10:30"><h1>${TITLE}</h1><p>五月五日，第一小学举行建校六十周年活动，历届师生三百多人参加。</p>`,
  );
  gongkai('import', 'old.html', '--unit', 'school', '--column', 'news');
  folder = execFileSync('find', ['entries', '-name', 'import-*'], { cwd: at('content'), encoding: 'utf8' }).trim();
  const store = await office.open();
  const work = new OfficeAtWork(store);
  refused = [
    await told(work.save(folder, 'school-editor', TITLE, { imported: { ...MARK, claimed_on: '2018-05-06' } })),
    await told(work.save(store.newFolder('school', 'news'), 'school-editor', TITLE, { imported: MARK })),
  ];
  ({ number, publishedAt } = await work.publish(folder, TITLE, { more: { imported: MARK } }));
  await store.close();
  const { status, stderr } = gongkai('build', '--repo', 'portal.git', '--out', 'site');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}, 240_000);

test('import writes down that it was imported and the day that the old page claims; nobody in the office can', () => {
  const text = readFileSync(at('content', folder, 'index.md'), 'utf8');
  expect(text).toContain(`imported:\n  'on': '${MARK.on}'\n  claimed_on: '2019-05-06'\n`);
  expect(refused).toEqual(Array(2).fill('“导入”由系统编定，不能修改。恢复原来的内容再保存。'));
});

test('page, record, list, API and feeds carry the claimed day as claimed, beside the day that is proven', () => {
  const path = `i/${number.replace('-', '/')}.html`;
  const [year, month, day] = MARK.on.split('-').map(Number);
  expect(plain(page(path))).toContain(
    `本站发布时间： ${publishedAt} 原网站标注的发布日期：2019年5月6日 ${year}年${month}月${day}日导入 来源`,
  );
  expect(page(path)).toContain(`<meta name="PubDate" content="${publishedAt}">`);
  expect(page(path)).toContain(`"datePublished":"${publishedAt.replace(' ', 'T')}:00+08:00"`);
  const list = plain(page('dept/school/news/index.html'));
  expect(list).toContain(`${TITLE} 原网站标注 2019-05-06`);
  expect(list).toContain('标有“原网站标注”的，是由旧网站导入的内容，按原网站标注的发布日期排列；');
  // It stands behind everything that was published since that day.
  expect(list.indexOf(TITLE)).toBeGreaterThan(list.indexOf('第1次教研活动'));
  const given = entriesOf(new Site(at('site'))).find((entry: { index_number: string }) => entry.index_number === number);
  expect(given).toMatchObject({ published_at: publishedAt, imported: MARK });
  const [item] = json('dept/school/news/feed.json').items.filter(({ title }: { title: string }) => title === TITLE);
  expect(item).toMatchObject({ date_published: `${publishedAt.replace(' ', 'T')}:00+08:00`, _imported: MARK });
  expect(item.summary).toMatch(/^（由旧网站导入，原网站标注的发布日期 2019-05-06）/u);
  const record = execFileSync('grep', ['-rl', TITLE, at('site/current/record'), '--include=*.json', '-R'], { encoding: 'utf8' }).trim();
  const records = JSON.parse(readFileSync(record, 'utf8')).records;
  expect(records.find((each: { index_number: string }) => each.index_number === number)).toMatchObject({
    imported: MARK,
    published_at: publishedAt,
  });
  expect(plain(readFileSync(record.replace('.json', '.html'), 'utf8'))).toContain(
    `导入 ${MARK.on} 导入，原网站标注的发布日期 2019-05-06，没有签名可以证明`,
  );
});

test('verify tells claimed days apart from proven ones', () => {
  const { status, stdout } = gongkai('verify', 'site', '--repo', 'portal.git', '--key', 'office-key.allowed');
  expect(stdout).toContain(
    '\n导入：存量里有 1 条带着原网站标注的发布日期。这些日期没有签名可查，后来由本站发布的，证明得了的只是本站的发布日期。\n',
  );
  expect([status, stdout.includes('结论：没有发现问题。')]).toEqual([0, true]);
});
