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

/** More stops than any page has before what is looked for. */
const MOST_STOPS = 150;
/** What has the focus: what it says, where it leads, and whether a reader sees that it has it. */
const FOCUS = `(() => {
  const at = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  const { width, height, right, bottom } = at.getBoundingClientRect();
  return { name: at.getAttribute('aria-label') ?? at.textContent.trim(), href: at.getAttribute('href') ?? '',
    isSeen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && width > 0 && height > 0 && right > 0 && bottom > 0 };
})()`;
interface Focus {
  name: string;
  href: string;
  isSeen: boolean;
}

/** Presses Tab until what is looked for has the focus; every stop on the way must be seen. */
async function tabTo(page: Page, isIt: (focus: Focus) => boolean): Promise<Focus> {
  const stops: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate<Focus>(FOCUS);
    expect(focus, page.url()).toMatchObject({ isSeen: true });
    if (isIt(focus)) return focus;
    stops.push(focus.name);
  }
  throw new Error(`${page.url()}: ${stops.join(' > ')}`);
}

/** Goes by Tab and Enter to a link of this name, or to one that leads so, and waits for its page. */
async function follow(page: Page, to: string | RegExp) {
  const { href } = await tabTo(page, (focus) => (typeof to === 'string' ? focus.name === to : to.test(focus.href)));
  await page.keyboard.press('Enter');
  await page.waitForURL(new URL(href, page.url()).href);
}

/** The way over the first link of every page, which leaves out what all pages have. */
async function skipToMain(page: Page) {
  const first = await tabTo(page, () => true);
  expect(first.name).toBe('跳到正文');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#main$/u);
}

test('by keyboard alone from the home page to a document and its file, to a duty and its law, and to a form that asks for disclosure', async () => {
  const { context, origin } = await visit(browser, site, { viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  await follow(page, '政务公开');
  await skipToMain(page);
  await follow(page, '政策文件');
  await skipToMain(page);
  const withFile = site.pages
    .filter(({ kind, html }) => kind === 'entry policy' && html.includes('class="downloads"'))
    .map(({ path }) => path);
  await follow(page, new RegExp(`^(?:${withFile.join('|')})$`, 'u'));
  await skipToMain(page);
  const file = await tabTo(page, ({ href }) => /^\/i\/.*\.(?:pdf|docx|xlsx)$/u.test(href));
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(decodeURI(download.url())).toBe(origin + decodeURI(file.href));

  await page.goto(`${origin}/`);
  await follow(page, '政府信息公开');
  await skipToMain(page);
  await follow(page, /^\/disclosure\/[a-z-]+\.html$/u);
  expect(await page.locator('dt', { hasText: '公开依据' }).locator('xpath=..').textContent()).toMatch(/《.+》/u);
  await follow(page, '政府信息公开');
  await skipToMain(page);
  await follow(page, '依申请公开');
  await skipToMain(page);
  await follow(page, /request\/form\.html$/u);
  expect(await page.locator('h1').textContent()).toContain('申请表');
  await context.close();
});
