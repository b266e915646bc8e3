import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest';
import { entryPath } from '../../site/paths.ts';
import { build } from '../../site/render/build.ts';
import { MOST_OFF } from './comparison.ts';
import { type BenchEntry, NEW_DAY, toEntries, toMarkdown, toNewEntry, writeCorpus } from './corpus.ts';
import { measure } from './measure.ts';
import { writeArticle } from './peer-content.ts';
import { preparePlace } from './place.ts';
import { type Survey, survey } from './survey.ts';
import { astro } from './tools/astro.ts';
import { eleventy } from './tools/eleventy.ts';
import { hugo, hugoUncached } from './tools/hugo.ts';

const SPREAD = 60;
/** All in one column, so that its list has several pages. */
const extra = Array.from({ length: 63 }, (_, index) => toNewEntry(index + 1));
const peers = process.env.GONGKAI_PEERS;

const folder = mkdtempSync(join(tmpdir(), 'gongkai-peers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const content = join(folder, 'content');
const ours = join(folder, 'ours', 'current');
let written: Survey;

beforeAll(async () => {
  writeCorpus(content, SPREAD);
  for (const entry of extra) {
    mkdirSync(join(content, entry.folder), { recursive: true });
    writeFileSync(join(content, entry.folder, 'index.md'), toMarkdown(entry));
  }
  const { findings } = await build({ content: { folder: content }, out: join(folder, 'ours'), today: NEW_DAY });
  expect(findings).toEqual([]);
  written = survey(ours);
});

const LISTED = [...toEntries(SPREAD), ...extra];
const COMPARED = [
  LISTED[0]!,
  LISTED.at(-1)!,
  LISTED.find(({ body }) => body.includes('| --- |'))!,
  LISTED.find(({ body }) => body.includes('\n- '))!,
];

const textOf = (html: string) =>
  html
    .replaceAll('<wbr>', '')
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
const cut = (html: string, from: string, to: string) => textOf(html.slice(html.indexOf(from), html.indexOf(to, html.indexOf(from))));

/** What an article's page says, without the way in which it says it. */
function readPage(root: string, { number }: BenchEntry) {
  const html = readFileSync(join(root, entryPath(number)), 'utf8');
  return {
    title: cut(html, '<h1>', '</h1>'),
    body: cut(html, '<div class="body">', '<footer class="responsibility">'),
    responsibility: cut(html, '<footer class="responsibility">', '</footer>'),
    footer: cut(html, '<footer class="foot">', '</html>'),
    metaNames: [...html.matchAll(/<meta name="([^"]+)"/gu)].map(([, name]) => name),
    metaContents: [...html.matchAll(/<meta name="[^"]+" content="([^"]+)"/gu)].map(([, text]) => text),
    jsonLd: JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/su.exec(html)![1]!) as unknown,
    tables: html.split('class="table"').length,
  };
}

const linksOf = (html: string) => [...html.matchAll(/<a [^>]*href="([^"]+)"/gu)].map(([, href]) => href!.replaceAll('&amp;', '&'));
const listed = (root: string, path: string) => linksOf(readFileSync(join(root, path), 'utf8')).filter((href) => href.startsWith('/i/'));
const isMember = (name: string) => /^(?:\d+\.html|page)$/u.test(name);

describe.each([hugo, hugoUncached, eleventy, astro])('$name', (tool) => {
  const root = join(folder, tool.id);
  let site = '';

  beforeAll(async () => {
    if (tool.version({ peers }) === undefined) return;
    const place = await preparePlace(root, SPREAD, [tool], peers);
    for (const entry of extra) writeArticle(place.articles, entry);
    const step = tool.steps(place, join(root, 'out'), 1)[0]!;
    step.before?.();
    await measure(step.run, join(root, 'log'));
    site = step.site;
  });

  const requireInstalled = (context: TestContext) => site === '' && context.skip(`${tool.name} 没有安装，跳过`);

  test('writes as many pages of each kind, files and bytes', (context) => {
    requireInstalled(context);
    const theirs = survey(site);
    expect({ articles: theirs.articles, lists: theirs.lists, pages: theirs.pages - theirs.aliases }).toEqual({
      articles: LISTED.length,
      lists: written.lists,
      pages: written.pages,
    });
    expect(Math.abs(theirs.files / written.files - 1)).toBeLessThanOrEqual(MOST_OFF.files);
    expect(Math.abs(theirs.articleBytes / written.articleBytes - 1)).toBeLessThanOrEqual(MOST_OFF.articleBytes);
  });

  test.for(COMPARED)('says the same on the page of $number', (entry, context) => {
    requireInstalled(context);
    const theirs = readPage(site, entry);
    expect(theirs).toEqual(readPage(ours, entry));
    expect(theirs.title).toBe(entry.title);
  });

  test('lists the same entries, over as many pages', (context) => {
    requireInstalled(context);
    for (const path of ['dept/unit-01/index.html', 'dept/unit-01/news/index.html', 'town/unit-31/news/index.html'])
      expect(listed(site, path)).toEqual(listed(ours, path));
    const column = 'dept/unit-01/news';
    expect(readdirSync(join(ours, column)).filter(isMember)).toHaveLength(2);
    const second = tool.id.startsWith('hugo') ? `${column}/page/2/index.html` : `${column}/2.html`;
    expect(listed(site, second)).toEqual(listed(ours, `${column}/2.html`));
  });

  test.for(['feed.xml', 'dept/unit-01/feed.xml', 'dept/unit-01/news/feed.xml'])('%s holds the same entries', (path, context) => {
    requireInstalled(context);
    const idsOf = (root: string) => [...readFileSync(join(root, path), 'utf8').matchAll(/<id>([^<]+)<\/id>/gu)].map(([, id]) => id);
    expect(idsOf(site)).toEqual(idsOf(ours));
    expect(idsOf(site).length).toBe(21);
  });
});
