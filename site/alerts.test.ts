import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addEntry, makeCounty, writeCounty } from '../cms/library/testing/made-up-county.ts';
import { build } from './render/build.ts';
import { launch, visit } from './testing/chromium.ts';
import { find, textOf } from './testing/document.ts';
import { Site } from './testing/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-alerts-'));
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});
const [content, out] = [join(folder, 'content'), join(folder, 'out')];

const STORM = {
  id: 'storm',
  title: '暴雨红色预警，停课一天',
  text: '求助拨打 0900-5550001。',
  entry: '990101003/202603-00002',
  from: '2026-03-10',
  until: '2026-03-11',
};
const ROAD = { id: 'road', title: '乡道塌方，绕行', units: ['valley'], from: '2026-03-10', until: '2026-03-20' };

async function buildOn(today: string, alerts: object[]) {
  const county = makeCounty();
  for (let n = 20; n < 100; n++) addEntry(county.files, 'valley', 'news', n, { title: `第${n}条` });
  county.files.set('alerts.yaml', dump(alerts));
  writeCounty(content, county);
  const { rendered, findings } = await build({ content: { folder: content }, out, today });
  const site = new Site(out);
  const shown = (path: string) =>
    find(site.pages.find((page) => page.path === path)!.document, 'section', 'alerts').flatMap((alerts) => find(alerts, 'p').map(textOf));
  return { site, shown, rendered, findings };
}

/** What a reader sees of alerts on a page far from home: the words of the style sheet, and the link that is there. */
async function seen({ site }: { site: Site }, path: string, media: 'screen' | 'print' = 'screen'): Promise<string> {
  const { context, origin } = await visit(browser, site);
  const tab = await context.newPage();
  await tab.emulateMedia({ media });
  await tab.goto(origin + path, { waitUntil: 'load' });
  const words = await tab.evaluate<string>(`(() => {
    const alerts = document.querySelector('.alerts');
    if (!alerts.checkVisibility()) return '';
    return getComputedStyle(alerts.querySelector('p'), '::before').content + '|' + alerts.innerText.trim() + ' ' + alerts.querySelector('a').pathname;
  })()`);
  await context.close();
  return words
    .replace(/^"|"(?=\|)/gu, '')
    .replace(/\\(?:([0-9a-f]+) |(.))/gu, (_, code, itself) => itself ?? String.fromCodePoint(Number.parseInt(code, 16)));
}

/** Parts of alerts that begin a line a little beside where lines begin, on phones of many widths. */
async function astray({ site }: { site: Site }, path: string): Promise<string[]> {
  const { context, origin } = await visit(browser, site);
  const tab = await context.newPage();
  await tab.goto(origin + path, { waitUntil: 'load' });
  const found: string[] = [];
  for (let width = 320; width <= 440; width += 8) {
    await tab.setViewportSize({ width, height: 800 });
    found.push(
      ...(await tab.evaluate<string[]>(`[...document.querySelectorAll('.alerts p')].flatMap((alert) => {
        const [first, ...parts] = [...alert.children].map((part) => [part.getClientRects()[0].left, part.textContent]);
        return parts.filter(([left]) => left > first[0] && left < first[0] + 24).map(([, text]) => text);
      })`)),
    );
  }
  await context.close();
  return found;
}

test('an alert stands on the pages through which readers come, from its first day to its last, and makes only those and one style sheet again', async () => {
  const before = await buildOn('2026-03-09', [STORM, ROAD]);
  expect([before.shown('/'), before.findings]).toEqual([[], []]);
  expect(await seen(before, '/i/990101101/202603/00020.html')).toBe('');
  const during = await buildOn('2026-03-10', [STORM, ROAD]);
  const storm = '暴雨红色预警，停课一天求助拨打 0900-5550001。详细内容显示到2026年3月11日';
  const road = '乡道塌方，绕行显示到2026年3月20日';
  const { pages } = during.site;
  expect(during.shown('/')).toEqual([storm]);
  expect(during.site.text('index.html')).toContain('求助拨打 <span class="nowrap">0900-5550001</span>。');
  expect(during.shown('/town/valley/')).toEqual([storm, road]);
  expect(await astray(during, '/town/valley/')).toEqual([]);
  expect(during.shown('/dept/school/news/')).toEqual([storm]);
  for (const path of ['/i/990101101/202603/00020.html', '/town/valley/news/1.html'])
    expect(await seen(during, path), path).toBe(
      '暴雨红色预警，停课一天　求助拨打 0900\u2060-\u20605550001。\n乡道塌方，绕行|查看当前的紧急提示 /town/valley/',
    );
  expect(await seen(during, '/i/990101003/202603/00001.html')).toMatch(/0001。\|查看当前的紧急提示 \/dept\/school\/$/u);
  // On paper an alert would outlive its day.
  expect(await seen(during, '/i/990101101/202603/00020.html', 'print')).toBe('');
  expect(await seen(during, '/404.html')).toMatch(/0001。\|查看当前的紧急提示 \/$/u);
  const after = await buildOn('2026-03-12', [STORM, ROAD]);
  expect([after.shown('/'), after.shown('/town/valley/')]).toEqual([[], [road]]);
  expect(await seen(after, '/i/990101101/202603/00020.html')).toBe('乡道塌方，绕行|查看当前的紧急提示 /town/valley/');
  expect(await seen(after, '/i/990101003/202603/00001.html')).toBe('');
  const waysIn = pages.filter(({ path }) => path.endsWith('/')).length;
  for (const { rendered } of [during, after]) expect(rendered).toBeLessThanOrEqual(waysIn + 1);
  expect(pages.length).toBeGreaterThan(2 * waysIn);
});

test('an alert that cannot be as it is written is a finding', async () => {
  const { findings } = await buildOn('2026-03-10', [
    { ...STORM, until: '2026-03-01', entry: '990101003/202603-00077' },
    { ...ROAD, units: ['moon'] },
  ]);
  expect(findings.map(({ file, message }) => `${file} ${message}`)).toEqual([
    'alerts.yaml “详细内容”里的索引号 990101003/202603-00077 没有公开的条目。核对索引号。',
    'alerts.yaml “结束日期”在“开始日期”之前，提示不会显示。改正日期。',
    'alerts.yaml “在哪些单位显示”里的“moon”不存在。写单位文件的名称。',
  ]);
});

test('words of an alert cannot leave the style sheet that shows them', async () => {
  const title = '停水"}*{display:none}</style>\\5c';
  const during = await buildOn('2026-03-10', [{ ...STORM, title, text: '红色"\\a' }]);
  expect(during.findings).toEqual([]);
  expect(await seen(during, '/i/990101101/202603/00020.html')).toBe(`${title}　红色"\\a|查看当前的紧急提示 /town/valley/`);
});
