import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, visit } from './testing/chromium.ts';
import { type Site, sampleSite } from './testing/site.ts';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([sampleSite(), launch()]);
});
afterAll(() => browser?.close());

/** Runs in the page: has every picture fetched, also those further down, and gives the addresses of those that show nothing. */
async function showPictures(): Promise<string[]> {
  const broken: string[] = [];
  const show = async (picture: HTMLImageElement) => {
    picture.loading = 'eager';
    await picture.decode().catch(() => broken.push(picture.currentSrc));
  };
  await Promise.all([...document.images].map(show));
  return broken;
}

test('a browser loads every kind of page without a complaint, and nothing from elsewhere', async () => {
  const { context, origin, outside, missing } = await visit(browser, site, { viewport: { width: 1440, height: 900 } });
  const complaints: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => complaints.push(`${page.url()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('requestfailed', (request) => {
    // What was still on its way when the browser went on to the next page is no failure.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      complaints.push(`${page.url()}: ${request.url()} ${request.failure()?.errorText}`);
  });
  for (const { path, kind } of site.onePerKind()) {
    await page.goto(origin + path, { waitUntil: 'load' });
    if (kind === 'redirect') await page.waitForURL((url) => url.pathname !== path);
    else for (const address of await page.evaluate(showPictures)) complaints.push(`${origin + path}: no picture in ${address}`);
  }
  await context.close();
  expect(complaints).toEqual([]);
  expect(outside).toEqual([]);
  expect(missing).toEqual([]);
});

test('pages read and work without scripts: the menu, a list, an entry, the way back', async () => {
  const { context, origin } = await visit(browser, site, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  await page.locator('.channels').getByRole('link', { name: '政务公开' }).click();
  await page.getByRole('link', { name: '更多政策文件' }).click();
  await page.locator('.items .item-title').first().click();
  await page.locator('article.policy h1').waitFor();
  await page.locator('.crumbs').getByRole('link', { name: '政策文件' }).click();
  await page.locator('.items .item-title').first().waitFor();
  await context.close();
});
