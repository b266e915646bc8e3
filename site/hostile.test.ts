import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseXml } from '@rgrove/parse-xml';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addEntry, makeCounty, writeCounty } from '../cms/library/testing/made-up-county.ts';
import { launch, visit } from './testing/chromium.ts';
import { attribute, elements, find, textOf } from './testing/document.ts';
import { harmIn, ownOf } from './testing/harm.ts';
import { builtSite, entriesOf, type Page, type Site } from './testing/site.ts';

const EVIL = 'https://evil.example/';
const DEEP = 10_000;

/** What someone might write into an entry; `hit()` would show that it ran. */
const BODIES: Record<string, string> = {
  'links that run': `[a](javascript:hit()) [b](JaVaScRiPt:hit()) <a href="java&Tab;script:hit()">c</a> <a href="&#106;avascript:hit()">d</a> [e](vbscript:hit())
    [f](data:text/html,<script>hit()</script>) <a href="javascript:hit()">g</a> <a href=" &#14; javascript:hit()">h</a> <javascript:hit()>`,
  scripts: `<script>hit()</script><SCRIPT SRC=${EVIL}x.js></SCRIPT><scr<script>ipt>hit()</scr</script>ipt>`,
  handlers: `<img src=x onerror=hit()> <p onclick=hit() onload="hit()">x</p> <svg onload=hit()><animate onbegin=hit() dur=1s></svg>
    <details ontoggle=hit() open>x</details> <input autofocus onfocus=hit()> <body onload=hit()>`,
  frames: `<iframe src="${EVIL}" srcdoc="<script>parent.hit()</script>"></iframe><object data="${EVIL}"></object><embed src="${EVIL}">`,
  forms: `<form action="${EVIL}"><input name=x><button formaction="javascript:hit()">x</button></form>`,
  styles: `<style>@import "${EVIL}x.css"; * { display: none }</style><link rel=stylesheet href="${EVIL}x.css"><p style="background: url(${EVIL}x.png)">x</p>`,
  'other ways out': `<meta http-equiv=refresh content="0;url=${EVIL}"><base href="${EVIL}"><a href="/\\evil.example/">x</a> <a href="/&#9;/evil.example/">y</a> [z](//evil.example/) [w](/\\evil.example/)`,
  'outside pictures': `![x](${EVIL}x.png) ![x](//evil.example/x.png) ![x](/\\evil.example/x.png) <img src="/&#9;/evil.example/x.png">
    <img srcset="${EVIL}y.png 2x" src="${EVIL}z.png"> ![x](data:image/svg+xml,<svg/onload=hit()>) <video poster="${EVIL}p.png" src="${EVIL}v.mp4"></video>`,
  unclosed: '<b><i><table><tr><td>x\n\n<section><blockquote>\n\n<ul><li>',
  'closing others': '</p></div></section></article></main></body></html><script>hit()</script>',
  comments:
    '<!-- <script>hit()</script> --> <!--><img src=x onerror=hit()> -->\n\n<![CDATA[ <script>hit()</script> ]]>\n\n<?php hit() ?>\n\n<?',
  'skipped characters':
    'a\u0001b <scr\u00adipt>hit()</scr\u00adipt> <a href="java\u0001script:hit()">x</a> <a href="\u200bjavascript:hit()">y</a>',
  'quotes in attributes': `![" onerror="hit()](fujian.txt) [x](fujian.txt "\\" onmouseover=\\"hit()") <a title='"><img src=x onerror=hit()>' href="/">x</a>`,
  'foreign content': `<math><mtext><table><mglyph><style><img src=x onerror=hit()></style></table></mtext></math>
    <noscript><p title="</noscript><img src=x onerror=hit()>"></noscript> <svg><title><img src=x onerror=hit()></title></svg>`,
  'names of the page':
    '<p id="main" class="skip visually-hidden">x</p> <h2 class="sr-only" id="downloads">x</h2> <table class="numbers"><tr><td>x</td></tr></table>',
  'looks like code': '写成 href="javascript:hit()" src="x" 就不行，`<script>` 也不行',
  brackets: '['.repeat(DEEP) + ']'.repeat(DEEP),
  pictures: '!['.repeat(DEEP),
  quotations: `${'>'.repeat(DEEP)} x`,
  lists: `${'- '.repeat(DEEP)}x`,
  stars: `${'*'.repeat(DEEP)}x${'*'.repeat(DEEP)}`,
  tags: '<blockquote>'.repeat(DEEP),
};
const TITLE = '</title></script><script>hit()</script><img src=x onerror=hit()>"\'&amp;]]>';

let folder: string;
let site: Site;
let browser: Browser;
let entries: Page[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-hostile-'));
  const county = makeCounty();
  for (const [index, [name, body]] of Object.entries(BODIES).entries()) {
    const sequence = 20 + index;
    const words = {
      title: `${name} ${TITLE}`,
      summary: TITLE,
      source: '"><script>hit()</script>',
      author: '<b onclick=hit()>',
      keywords: ['<i>'],
    };
    addEntry(county.files, 'school', 'news', sequence, { ...words, attachments: [{ file: 'fujian.txt', title: `附件${TITLE}` }] }, body);
    county.files.set(`entries/school/news/2026/202603-${String(sequence).padStart(5, '0')}/fujian.txt`, '<script>hit()</script>');
  }
  addEntry(county.files, 'school', 'news', 98, { title: '正文有空字符' }, 'a\u0000b <scr\u0000ipt>hit()</scr\u0000ipt>');
  writeCounty(join(folder, 'content'), county);
  [site, browser] = await Promise.all([builtSite({ folder: join(folder, 'content') }, join(folder, 'out')), launch()]);
  entries = site.pages.filter(({ document }) => textOf(find(document, 'h1')[0]).includes('hit()'));
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('an entry written to do harm', () => {
  test('becomes a page like any other', () => {
    expect(entries.length).toBe(Object.keys(BODIES).length);
    for (const page of entries) {
      const { document, path } = page;
      const name = Object.keys(BODIES).find((each) => textOf(find(document, 'h1')[0]).startsWith(`${each} `));
      expect(textOf(find(document, 'h1')[0]), path).toBe(`${name} ${TITLE}`);
      expect(harmIn(document, ownOf(page)), name).toEqual([]);
      const [body] = find(document, 'body');
      expect(
        body!.children.filter(({ tagName }) => tagName).map(({ tagName }) => tagName),
        name,
      ).toEqual([
        'a',
        'header',
        'nav',
        'section',
        'nav',
        'main',
        ...(find(document, 'aside', 'leaving').length > 0 ? ['aside'] : []),
        'footer',
      ]);
      const [article] = find(document, 'article');
      expect(article!.children.filter(({ tagName }) => tagName).at(-1)?.tagName, name).toBe('footer');
      const ids = [...elements(document)].flatMap((element) => attribute(element, 'id') ?? []);
      expect(ids, name).toEqual([...new Set(ids)]);
      expect(
        find(article!, 'div', 'body')
          .flatMap((part) => [...elements(part)])
          .filter((each) => /hidden|sr-only|skip/u.test(attribute(each, 'className') ?? '')),
        name,
      ).toEqual([]);
    }
  });

  test('does no harm in lists, feeds, maps and data', () => {
    for (const page of site.pages.filter(({ kind }) => kind !== 'redirect'))
      expect(harmIn(page.document, ownOf(page)), page.path).toEqual([]);
    for (const path of site.files.filter((file) => file.endsWith('.xml'))) expect(() => parseXml(site.text(path)), path).not.toThrow();
    for (const path of site.files.filter((file) => file.endsWith('.json'))) expect(() => site.json(path), path).not.toThrow();
    const given = entriesOf(site).map(({ title }: { title: string }) => title);
    for (const name of Object.keys(BODIES)) expect(given).toContain(`${name} ${TITLE}`);
  });

  test('is not published at all with null characters in it', () => {
    expect(site.files.filter((path) => /00098\.html$/u.test(path))).toEqual([]);
  });

  test('keeps text that only looks like code', () => {
    const page = entries.find(({ document }) => textOf(find(document, 'h1')[0]).startsWith('looks '));
    expect(textOf(find(page!.document, 'div', 'body')[0])).toContain('写成 href="javascript:hit()" src="x" 就不行，<script> 也不行');
  });

  test('runs nothing and fetches nothing in a browser, even without the policy that forbids it', async () => {
    const { context, origin, outside } = await visit(browser, site, { bypassCSP: true });
    const page = await context.newPage();
    await page.addInitScript('window.hits = 0; window.hit = () => { window.hits++; };');
    page.on('dialog', (dialog) => dialog.dismiss());
    for (const { path } of entries) {
      await page.goto(origin + path, { waitUntil: 'load' });
      await page.mouse.move(300, 400);
      expect(await page.evaluate('window.hits'), path).toBe(0);
      expect(page.url()).toBe(origin + path);
    }
    await context.close();
    expect(outside).toEqual([]);
  });
});
