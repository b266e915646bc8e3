import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { THEMES } from '../cms/model/unit.ts';
import { launch, visit } from './testing/chromium.ts';
import { type Page, type Site, sampleSite } from './testing/site.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Runs in the page, and gives what is wrong there as lines of text. */
const AXE = `${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')};
  axe.run({ runOnly: { type: 'tag', values: ${JSON.stringify(RULES)} }, resultTypes: ['violations'], preload: false }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => id + ': ' + target + ' ' + html)))`;
const MENUS = '.channels a, .unit-columns a, .aside a, .pages a, .services a';
const FITS = `[
  ...(document.documentElement.scrollWidth > innerWidth ? [document.documentElement.scrollWidth + ' pixels wide'] : []),
  ...[...document.querySelectorAll('${MENUS}')].filter((link) => link.getBoundingClientRect().height < 44).map((link) => 'low: ' + link.textContent),
]`;

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([sampleSite(), launch()]);
});
afterAll(() => browser?.close());

/** Windows in which pages are looked at, and with which script. */
const DESKTOP = { name: 'desktop', size: { width: 1440, height: 900 }, script: AXE };
const PHONE = { name: 'phone', size: { width: 390, height: 844 }, script: AXE };
const SMALL_PHONE = { name: 'small phone', size: { width: 360, height: 780 }, script: FITS };

/** Kinds of page that differ only in the words and the colour have one template. */
const toTemplate = (kind: string) => kind.replace(/^list .* (?=\S+$)/u, 'list ').replace(/ theme-\S+$/u, '');

/** The paths of the fullest page of each template. */
function fullestPages(pages: readonly Page[]): Set<string> {
  const byLength = [...pages].sort((a, b) => a.html.length - b.html.length);
  return new Set(new Map(byLength.map((page) => [toTemplate(page.kind), page.path])).values());
}

test('every template passes axe on a desktop and a phone; every kind of page fits a phone of 360 pixels, with menus that a thumb can hit', async () => {
  // The strict policy of the pages would also forbid the scripts.
  const { context, origin } = await visit(browser, site, { bypassCSP: true });
  const page = await context.newPage();
  const pages = site.onePerKind().filter(({ kind }) => kind !== 'redirect');
  const full = fullestPages(pages);
  const wrong: string[] = [];
  for (const { path, kind } of pages) {
    await page.goto(origin + path, { waitUntil: 'load' });
    for (const { name, size, script } of full.has(path) ? [DESKTOP, PHONE, SMALL_PHONE] : [SMALL_PHONE]) {
      await page.setViewportSize(size);
      for (const finding of await page.evaluate<string[]>(script)) wrong.push(`${kind} ${path} on a ${name}: ${finding}`);
    }
  }
  await context.close();
  expect(wrong).toEqual([]);
});

test('the colours that units choose stand out on white, and white on them', () => {
  const styles = site.text(site.files.find((path) => path.endsWith('.css'))!);
  for (const theme of Object.keys(THEMES)) {
    const colour = new RegExp(`\\.theme-${theme}\\{--theme:#([0-9a-f]{6})\\}`, 'u').exec(styles)?.[1];
    expect(colour, theme).toBeDefined();
    const [red, green, blue] = [0, 2, 4].map((at) => toLight(Number.parseInt(colour!.slice(at, at + 2), 16) / 255)) as [
      number,
      number,
      number,
    ];
    expect(1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05), theme).toBeGreaterThanOrEqual(4.5);
  }
});

/** Light of a colour's channel, as WCAG reckons it. */
const toLight = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
