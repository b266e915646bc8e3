import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, visit } from './testing/chromium.ts';
import { type Site, sampleSite } from './testing/site.ts';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([sampleSite(), launch()]);
});
afterAll(() => browser?.close());

const modesOf = (page: Page) => page.evaluate<string>('document.documentElement.className');
const fontOf = (page: Page) => page.evaluate<string>("getComputedStyle(document.querySelector('main p, main a')).fontSize");

test('a mode is chosen by keyboard, kept on other pages from their first paint on, in windows that are open, and left again', async () => {
  const { context, origin } = await visit(browser, site, { viewport: { width: 1440, height: 900 } });
  // What the page was painted with first.
  await context.addInitScript('requestAnimationFrame(() => { window.first = document.documentElement.className; })');
  const page = await context.newPage();
  const other = await context.newPage();
  await other.goto(`${origin}/map/`);
  await page.goto(`${origin}/`);
  const before = await fontOf(page);
  await page.getByRole('button', { name: '长者模式' }).press('Enter');
  expect(await modesOf(page)).toBe('elder');
  expect(Number.parseFloat(await fontOf(page))).toBeGreaterThan(Number.parseFloat(before) * 1.3);
  const { x } = (await page.getByRole('button', { name: '退出长者模式' }).boundingBox())!;
  expect((await page.getByRole('link', { name: '政府信息公开' }).first().boundingBox())!.x).toBe(x);
  await page.getByRole('button', { name: '高对比' }).press('Space');
  const hint = "getComputedStyle(document.querySelector('.find input'), '::placeholder').color";
  expect(await page.evaluate(hint)).toBe('rgb(204, 204, 204)');
  await page.locator('.channels').getByRole('link', { name: '政务公开' }).click();
  await page.waitForURL(`${origin}/open/`);
  const gap = await page
    .locator('.crumbs a')
    .first()
    .evaluate((link) => {
      const words = link.ownerDocument.createRange();
      words.selectNodeContents(link);
      return link.getBoundingClientRect().width - words.getBoundingClientRect().width;
    });
  expect(gap).toBeLessThan(2);
  expect([await page.evaluate('window.first'), await modesOf(page)]).toEqual(['elder contrast', 'elder contrast']);
  await other.waitForFunction("document.documentElement.className === 'elder contrast'");
  await page.getByRole('button', { name: '退出长者模式' }).press('Enter');
  await page.getByRole('button', { name: '退出高对比' }).press('Enter');
  await page.goto(`${origin}/map/`);
  expect(await modesOf(page)).toBe('');
  await page.goto(`${origin}/dept/agriculture/`);
  expect(await page.evaluate("getComputedStyle(document.querySelector('.facts.narrow')).backgroundColor")).toBe('rgba(0, 0, 0, 0)');
  await context.close();
});

test('without scripts the buttons lead to how to do it by the browser; where nothing may be kept a mode holds for the page', async () => {
  const plain = await visit(browser, site, { javaScriptEnabled: false });
  const page = await plain.context.newPage();
  await page.goto(`${plain.origin}/`);
  await page.getByRole('button', { name: '长者模式' }).click();
  await page.waitForURL(`${plain.origin}/accessibility/?mode=elder`);
  await page.locator('noscript .alert').waitFor();
  await plain.context.close();

  const { context, origin } = await visit(browser, site);
  await context.addInitScript("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })");
  const shut = await context.newPage();
  const errors: unknown[] = [];
  shut.on('pageerror', (error) => errors.push(error));
  await shut.goto(`${origin}/`);
  await shut.getByRole('button', { name: '长者模式' }).click();
  expect([await modesOf(shut), errors]).toEqual(['elder', []]);
  await context.close();
});
