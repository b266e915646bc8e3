import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { THEMES } from '../cms/model/unit.ts';
import results from './accessibility/results.json' with { type: 'json' };
import { AXE_VERSION, fullestPages, MODES, type Mode, modeOfTurn, runAxe, showMode, templatesOf, WINDOWS } from './testing/axe.ts';
import { launch, visit } from './testing/chromium.ts';
import { signedPages, signedSite } from './testing/signed-site.ts';
import { type Page, type Site, sampleSite } from './testing/site.ts';

const MENUS = '.channels a, .unit-columns a, .aside a, .pages a, .services a';
const FITS = `[
  ...(document.documentElement.scrollWidth > innerWidth ? [document.documentElement.scrollWidth + ' pixels wide'] : []),
  ...[...document.querySelectorAll('${MENUS}')].filter((link) => link.checkVisibility() && link.getBoundingClientRect().height < 44).map((link) => 'low: ' + link.textContent),
  ...[...document.querySelectorAll('.table')].filter((table) => table.scrollWidth > table.clientWidth && getComputedStyle(table).backgroundImage === 'none').map((table) => 'goes on unseen: ' + table.ariaLabel),
]`;

let site: Site;
let signed: Site;
let browser: Browser;
beforeAll(async () => {
  [site, signed, browser] = await Promise.all([sampleSite(), signedSite(), launch()]);
});
const newestOf = (pages: readonly Page[]) => [...new Map(pages.map((page) => [page.kind, page])).values()];
afterAll(() => browser?.close());

/** In each window a template is looked at in one mode a day, another in the next one, or in all with `PAGES=all`, as `bench site` always does. */
const DAY = Math.floor(Date.parse(process.env.TURN ?? new Date().toISOString()) / 86_400_000);
const modesOf = (number: number) => (process.env.PAGES === 'all' ? (Object.keys(MODES) as Mode[]) : [modeOfTurn(DAY + number)]);

const SMALL_PHONE = { width: 360, height: 780 };
/** In elderly mode everything that is pressed, but for links in running text, has 44 pixels, and all text 18. */
const EASY = `[
  ...${FITS},
  ...[...document.querySelectorAll('a, button, input, select, summary')].filter((each) => {
    const { width, height } = each.getBoundingClientRect();
    return width > 1 && (width < 43.5 || height < 43.5) && !each.matches('.skip') && !each.closest('.body :is(p, li, td), .motto, .note, td');
  }).map((each) => 'small: ' + each.textContent),
  ...[...document.querySelectorAll('main *')].filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '')
    && each.getBoundingClientRect().width > 1 && Number.parseFloat(getComputedStyle(each).fontSize) < 17.5).map((each) => 'small text: ' + each.textContent),
]`;

test(`every template passes axe on a desktop and a phone, in the modes of day ${DAY}; every kind of page fits a phone of 360 pixels, with menus that a thumb can hit and tables that show where they go on`, async () => {
  expect([...(await faultsOn(site, site.onePerKind())), ...(await faultsOn(signed, newestOf(signedPages(signed))))]).toEqual([]);
});

async function faultsOn(where: Site, pages: readonly Page[]): Promise<string[]> {
  // The strict policy of the pages would also forbid the scripts.
  const { context, origin } = await visit(browser, where, { bypassCSP: true });
  const tab = await context.newPage();
  const full = [...fullestPages(pages).values()].map(({ path }) => path);
  const wrong: string[] = [];
  for (const { path, kind } of pages.filter((each) => each.kind !== 'redirect')) {
    await tab.goto(origin + path, { waitUntil: 'load' });
    const look = async (window: string, size: { width: number; height: number }, mode: Mode, find: () => Promise<string[]>) => {
      await tab.setViewportSize(size);
      await showMode(tab, mode);
      for (const finding of await find()) wrong.push(`${kind} ${path} ${window} ${mode}: ${finding}`);
    };
    if (full.includes(path))
      for (const [number, [name, size]] of Object.entries(WINDOWS).entries())
        for (const mode of modesOf(full.indexOf(path) + number))
          await look(name, size, mode, () => runAxe(tab, mode === '' ? 'all' : 'styles'));
    await look('small phone', SMALL_PHONE, '', () => tab.evaluate(FITS));
    await look('small phone', SMALL_PHONE, 'elder', () => tab.evaluate(EASY));
  }
  await context.close();
  return wrong;
}

test('what the statement on accessibility says was tested is what there is to test, by the same axe, with nothing wrong', () => {
  const again = '再运行一次 npx gongkai bench site --record --axe-only';
  expect(results.templates, again).toEqual(templatesOf([site.onePerKind(), signedPages(signed)]));
  expect([results.axe, results.violations, results.modes], again).toEqual([AXE_VERSION, 0, Object.values(MODES)]);
});

test('the colours that units choose stand out on white, and white on them', () => {
  const styles = site.text(site.files.find((path) => /^\/assets\/site\..*\.css$/u.test(path))!);
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
