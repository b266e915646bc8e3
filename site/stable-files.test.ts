import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { addEntry, makeCounty, writeCounty } from '../cms/library/testing/made-up-county.ts';
import { build } from './render/build.ts';
import { Site } from './testing/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-stable-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('when an entry comes or goes, the JSON interface changes in the file that its index number tells, and in the lists that name it', async () => {
  const [content, out] = [join(folder, 'content'), join(folder, 'out')];
  const county = makeCounty();
  for (let n = 20; n < 50; n++) addEntry(county.files, 'valley', 'news', n, { title: `第${n}条` });
  writeCounty(content, county);
  const interfaceOf = async () => {
    await build({ content: { folder: content }, out, today: '2026-03-29' });
    const site = new Site(out);
    return new Map(site.files.flatMap((path) => (path.startsWith('/api/entries/') ? [[path, site.text(path)]] : [])));
  };
  const changed = (before: Map<string, string>, after: Map<string, string>) =>
    [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path)).sort();
  const first = await interfaceOf();
  expect([...first.keys()].filter((path) => path.includes('990101101'))).toEqual(
    ['1', '3', '4', '5', '6', '7'].map((part) => `/api/entries/990101101/2026-${part}.json`).concat('/api/entries/990101101/index.json'),
  );
  rmSync(join(content, 'entries/valley/news/2026/202603-00020'), { recursive: true });
  const second = await interfaceOf();
  expect(changed(first, second)).toEqual(['/api/entries/990101101/2026-3.json']);
  addEntry(county.files, 'valley', 'news', 50, { title: '第50条' });
  writeCounty(content, { files: new Map([...county.files].filter(([path]) => /00050\/index\.md$/u.test(path))) });
  addEntry(county.files, 'school', 'news', 17, { title: '第17条' });
  writeCounty(content, { files: new Map([...county.files].filter(([path]) => /00017\/index\.md$/u.test(path))) });
  const third = await interfaceOf();
  expect(changed(second, third)).toEqual([
    '/api/entries/990101003/2026-3.json',
    '/api/entries/990101003/index.json',
    '/api/entries/990101101/2026-7.json',
  ]);
});
