import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { afterAll, expect, test } from 'vitest';
import { addEntry, makeCounty, writeCounty } from '../cms/library/made-up-county.ts';
import { build } from './render/build.ts';
import { find, textOf } from './testing/document.ts';
import { Site } from './testing/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-alerts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
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

test('an alert stands on the pages through which readers come, from its first day to its last, and makes only those again', async () => {
  const before = await buildOn('2026-03-09', [STORM, ROAD]);
  expect([before.shown('/'), before.findings]).toEqual([[], []]);
  const during = await buildOn('2026-03-10', [STORM, ROAD]);
  const storm = '暴雨红色预警，停课一天求助拨打 0900-5550001。详细内容显示到2026年3月11日';
  const road = '乡道塌方，绕行显示到2026年3月20日';
  const { pages } = during.site;
  expect(during.shown('/')).toEqual([storm]);
  expect(during.shown('/town/valley/')).toEqual([storm, road]);
  expect(during.shown('/dept/school/news/')).toEqual([storm]);
  for (const path of ['/i/990101101/202603/00020.html', '/town/valley/news/1.html', '/404.html'])
    expect(during.shown(path), path).toEqual([]);
  const after = await buildOn('2026-03-12', [STORM, ROAD]);
  expect([after.shown('/'), after.shown('/town/valley/')]).toEqual([[], [road]]);
  const waysIn = pages.filter(({ path }) => path.endsWith('/')).length;
  for (const { rendered } of [during, after]) expect(rendered).toBeLessThanOrEqual(waysIn);
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
