import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addEntry, makeCounty, writeCounty } from '../cms/library/testing/made-up-county.ts';
import { build } from './render/build.ts';
import { attribute, find, type Node, parse, textOf } from './testing/document.ts';
import { type Site, sampleSite } from './testing/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-policies-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let site: Site;
beforeAll(async () => {
  site = await sampleSite();
});

const titlesIn = (node: Node) => find(node, 'a', 'item-title').map(textOf);
/** Titles on a page of the policy library by the heading above them. */
const partsOf = (document: Node) =>
  Object.fromEntries(find(document, 'section', 'policy-part').map((part) => [textOf(find(part, 'h2')[0]), titlesIn(part)]));

test('every policy document stands on the page of its year and of its subject, and one that is not in force on the page of changes', () => {
  const shelves = site.pages.filter(({ path }) => path.startsWith('/policy-library/') && path.endsWith('.html'));
  const hrefs = (of: (path: string) => boolean) =>
    shelves
      .filter(({ path }) => of(path))
      .flatMap(({ document }) => find(document, 'a', 'item-title').map((link) => attribute(link, 'href')!))
      .sort();
  const policies = site.pages.filter(({ kind }) => kind === 'entry policy');
  const all = policies.map(({ path }) => path).sort();
  expect(hrefs((path) => path.includes('/year-'))).toEqual(all);
  expect(hrefs((path) => path.includes('/subject-'))).toEqual(all);
  const off = policies.filter(({ document }) => !find(document, 'span', 'badge').some((badge) => textOf(badge) === '有效'));
  expect(hrefs((path) => path.includes('/changed'))).toEqual(off.map(({ path }) => path).sort());
  expect(off.length).toBeGreaterThan(3);
  const home = titlesIn(site.pages.find(({ path }) => path === '/policy-library/')!.document);
  // What is amended in part is still in force.
  const ended = off.filter(({ document }) => !find(document, 'span', 'badge').some((badge) => textOf(badge) === '部分修改'));
  const named = new Set(ended.map(({ document }) => textOf(find(document, 'h1')[0])));
  expect(home.filter((title) => named.has(title))).toEqual([]);
  expect(home.length).toBeGreaterThan(20);
});

test('a document and what repeals, changes and interprets it lead to each other', () => {
  const pages = new Map(site.pages.map((page) => [page.path, page.document]));
  const wrong: string[] = [];
  let seen = 0;
  for (const [path, document] of pages)
    for (const section of find(document, 'section', 'related'))
      for (const href of find(section, 'a').map((link) => attribute(link, 'href')!)) {
        seen++;
        const back = find(pages.get(href)!, 'section', 'related').flatMap((other) => find(other, 'a'));
        const alerts = find(pages.get(href)!, 'p', 'alert').flatMap((other) => find(other, 'a'));
        if (![...back, ...alerts].some((link) => attribute(link, 'href') === path)) wrong.push(`${href} does not lead back to ${path}`);
      }
  expect(wrong).toEqual([]);
  expect(seen).toBeGreaterThan(40);
});

test('a document that lapses or takes effect on a day moves on that day, without any content changing', async () => {
  const county = makeCounty();
  const fields = { column: 'policies', document_kind: 'notice', issuers: ['教育局'], validity: 'in-force', subject: 'science' };
  addEntry(county.files, 'school', 'policy', 80, { ...fields, title: '试行办法', document_date: '2026-03-01', valid_until: '2026-03-31' });
  addEntry(county.files, 'school', 'policy', 81, { ...fields, title: '新的办法', document_date: '2026-03-02', effective_on: '2026-04-01' });
  const [content, out] = [join(folder, 'content'), join(folder, 'out')];
  writeCounty(content, county);
  const read = (name: string) => parse(readFileSync(join(out, 'current/policy-library', name), 'utf8'));

  await build({ content: { folder: content }, out, today: '2026-03-31' });
  expect(titlesIn(read('index.html'))).toEqual(['试行办法', '试验县道路管护办法']);
  expect(partsOf(read('subject-science.html'))).toEqual({ 现行有效: ['试行办法'], 不再有效或者尚未施行: ['新的办法'] });
  expect(partsOf(read('changed.html'))).toEqual({ 尚未施行: ['新的办法'] });

  const { root } = await build({ content: { folder: content }, out, today: '2026-04-01' });
  expect(titlesIn(read('index.html'))).toEqual(['新的办法', '试验县道路管护办法']);
  expect(partsOf(read('subject-science.html'))).toEqual({ 现行有效: ['新的办法'], 不再有效或者尚未施行: ['试行办法'] });
  expect(partsOf(read('changed.html'))).toEqual({ 失效: ['试行办法'] });
  expect(root).toBe((await build({ content: { folder: content }, out: join(folder, 'full'), today: '2026-04-01' })).root);
});
