import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addEntry, makeCounty, writeCounty } from '../cms/library/testing/made-up-county.ts';
import { launch, visit } from './testing/chromium.ts';
import { attribute, find, textOf } from './testing/document.ts';
import { builtSite, type Site } from './testing/site.ts';

const BODY = `看[报道](https://news.example/a?b=1&c=2)、[再看](https://news.example/a?b=1&c=2)、[论坛](HTTPS://Forum.Example/%E4%B8%AD)，
办事去[政务服务网](https://zwfw.sheng.gov.example/)，本站[地图](https://www.test.gov.example/map/)、[不通的](javascript:hit())。`;
const PAGE = '/i/990101003/202603/00020.html';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-leaving-'));
const build = (body: string): Promise<Site> => {
  const county = makeCounty();
  addEntry(county.files, 'school', 'news', 20, { title: '外面的报道' }, body);
  const portal = county.files
    .get('portal.yaml')!
    .replace(/^links: .*$/mu, 'links:\n  - {name: 融媒体中心, url: "https://media.example/", group: other}');
  county.files.set('portal.yaml', portal);
  writeCounty(join(folder, 'content'), county);
  return builtSite({ folder: join(folder, 'content') }, join(folder, 'out'));
};
let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([build(BODY), launch()]);
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const pageAt = (path: string) => site.pages.find((page) => page.path === path)!;

test('links to sites that are not governments lead to a notice on the page, each address to one, and all others straight on', () => {
  const { document } = pageAt(PAGE);
  const [body] = find(document, 'div', 'body');
  const links = find(body!, 'a').map((link) => [textOf(link), attribute(link, 'href'), attribute(link, 'id')]);
  expect(links).toEqual([
    ['报道', '#leave-1', 'left-1'],
    ['再看', '#leave-1', undefined],
    ['论坛', '#leave-2', 'left-2'],
    ['政务服务网', 'https://zwfw.sheng.gov.example/', undefined],
    ['地图', 'https://www.test.gov.example/map/', undefined],
    ['不通的', undefined, undefined],
  ]);
  const notices = find(document, 'div', 'leave');
  expect(notices.map((notice) => find(notice, 'a').map((link) => attribute(link, 'href')))).toEqual([
    ['https://news.example/a?b=1&c=2', '#left-1'],
    ['HTTPS://Forum.Example/%E4%B8%AD', '#left-2'],
  ]);
  expect(textOf(notices[0])).toBe(
    '您将离开本网站，打开 news.example。它不是政府网站，内容和安全由对方负责。https://news.example/a?b=1&c=2继续打开留在本网站',
  );
});

test('the notice works by keyboard and without scripts, and so does the one for a link in the foot', async () => {
  const { context, origin, outside } = await visit(browser, site, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(origin + PAGE);
  await page.getByRole('link', { name: '报道' }).press('Enter');
  const notice = page.locator('#leave-1');
  await notice.getByRole('link', { name: '留在本网站' }).press('Enter');
  await page.waitForURL(/#left-1$/u);
  await page.locator('.foot').getByRole('link', { name: '融媒体中心' }).click();
  await page.waitForURL(`${origin}/leaving/#link-1`);
  expect(outside).toEqual([]);
  await page.locator('#link-1').getByRole('link', { name: '继续打开' }).click();
  await expect.poll(() => outside).toEqual(['https://media.example/']);
  await context.close();
});

test('every page can be reported by a mail that holds its address and a version, which changes with the page alone', async () => {
  const mailOf = (path: string) => {
    const link = find(pageAt(path).document, 'a').find((each) => textOf(each) === '发邮件找错');
    return new URL(attribute(link!, 'href')!).searchParams.get('body')!;
  };
  const [news, map] = [mailOf(PAGE), mailOf('/map/')];
  expect(news).toMatch(
    /^网页地址：https:\/\/www\.test\.gov\.example\/i\/990101003\/202603\/00020\.html\r\n网页版本：[0-9a-f]{12}\r\n错在哪里：\r\n$/u,
  );
  site = await build(`${BODY}又添了一句。`);
  expect(mailOf(PAGE)).not.toBe(news);
  expect(mailOf('/map/')).toBe(map);
});
