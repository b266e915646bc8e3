import { beforeAll, expect, test } from 'vitest';
import { attribute, find, metaTags, textOf } from './testing/document.ts';
import { type Page, type Site, sampleSite } from './testing/site.ts';

let site: Site;
let pages: Page[];
beforeAll(async () => {
  site = await sampleSite();
  pages = site.pages.filter(({ kind }) => kind !== 'redirect');
});

/** 国办发〔2017〕47号 (STD-META-01..10): what every page says of itself, and what the page of an entry says beside. */
const ALWAYS = ['SiteName', 'SiteDomain', 'SiteIDCode', 'ColumnName', 'ColumnType', 'ColumnDescription', 'ColumnKeywords', 'Description'];
const ON_ENTRIES = ['ArticleTitle', 'PubDate', 'ContentSource', 'Url'];

/** Entries, and what they have attached. */
const isArticle = (kind: string) => kind.startsWith('entry') || kind === 'reading';

/** What is wrong on each page. */
const check = (of: Page[], look: (page: Page, tag: (name: string) => string) => string[]) =>
  of.flatMap((page) => {
    const tags = metaTags(page.document);
    return look(page, (name) => tags.get(name)?.[0] ?? '').map((wrong) => `${page.path} (${page.kind}): ${wrong}`);
  });

test('the required tags are there, once, with something in them', () => {
  const wrong = check(pages, ({ document, kind }) => {
    const tags = metaTags(document);
    const required = isArticle(kind) ? [...ALWAYS, ...ON_ENTRIES] : ALWAYS;
    const names = [...tags.keys()].map((name) => name.toLowerCase());
    return [
      ...required.filter((name) => !tags.get(name)?.[0]?.trim()).map((name) => `${name} is missing`),
      ...[...tags].filter(([, values]) => values.length > 1).map(([name]) => `${name} is there more than once`),
      ...(new Set(names).size < names.length ? ['two names differ only in capitals'] : []),
      ...(isArticle(kind) ? [] : ON_ENTRIES.filter((name) => tags.has(name)).map((name) => `${name} is for entries`)),
    ];
  });
  expect(wrong).toEqual([]);
});

test('the tags of an entry say what the page shows', () => {
  const entries = pages.filter(({ kind }) => kind.startsWith('entry'));
  const wrong = check(entries, ({ document, path }, tag) => {
    const [facts] = find(document, 'p', 'entry-facts');
    const source = find(facts!, 'span')
      .map(textOf)
      .find((text) => text.startsWith('来源：'));
    const crumbs = find(document, 'nav', 'crumbs')
      .flatMap((nav) => find(nav, 'a'))
      .map(textOf);
    const [article] = find(document, 'article');
    return [
      ...differ('ArticleTitle', tag('ArticleTitle'), textOf(find(article!, 'h1')[0])),
      ...differ('PubDate', tag('PubDate'), textOf(find(facts!, 'time')[0])),
      ...differ('ContentSource', tag('ContentSource'), source?.slice(3)),
      ...differ('ColumnName', tag('ColumnName'), crumbs.at(-1)),
      ...differ('Url', tag('Url'), site.origin + path),
      ...(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/u.test(tag('PubDate')) ? [] : ['PubDate has another form']),
    ];
  });
  expect(wrong).toEqual([]);
  expect(entries.length).toBeGreaterThan(400);
});

test('every page carries the identity of the site: code, badge, filings, sponsor, map', () => {
  const wrong = check(pages, ({ document, path }, tag) => {
    const [foot] = find(document, 'footer', 'foot');
    const text = textOf(foot);
    const links = find(foot!, 'a').map((link) => attribute(link, 'href') ?? '');
    const report = new URL(links.find((href) => href.includes('jiucuo')) ?? 'none:');
    return [
      ...differ('code in the foot', /网站标识码：(\S{10})/u.exec(text)?.[1], tag('SiteIDCode')),
      ...differ('code of the error report', report.searchParams.get('site_code'), tag('SiteIDCode')),
      ...differ('page of the error report', report.searchParams.get('url'), site.origin + path),
      ...differ('domain', `https://${tag('SiteDomain')}`, site.origin),
      ...['主办单位：', '联系电话：', 'ICP备', '公网安备'].filter((word) => !text.includes(word)).map((word) => `no ${word}`),
      ...['https://bszs.conac.cn/', 'https://beian.miit.gov.cn/', 'https://beian.mps.gov.cn/', '/map/']
        .filter((start) => !links.some((href) => href.startsWith(start)))
        .map((start) => `no link to ${start}`),
    ];
  });
  expect(wrong).toEqual([]);
});

test('head and foot are the same everywhere, but for what the menu marks', () => {
  const wordsOf = ({ document }: Page) =>
    [...find(document, 'header', 'masthead'), ...find(document, 'footer', 'foot')].map(textOf).join(' ').replace(/\s+/gu, ' ');
  expect(new Set(pages.map(wordsOf)).size).toBe(1);
});

test('no two pages have the same title, and no title says a name twice', () => {
  const titles = new Map<string, string[]>();
  for (const { path, document } of pages) {
    const title = textOf(find(document, 'title')[0]);
    titles.set(title, [...(titles.get(title) ?? []), path]);
  }
  expect([...titles].filter(([, paths]) => paths.length > 1)).toEqual([]);
  expect([...titles.keys()].filter((title) => new Set(title.split('_')).size < title.split('_').length)).toEqual([]);
});

test('every page has one main heading and the three parts of a page', () => {
  const wrong = check(pages, ({ document }) => [
    ...['h1', 'main', 'title']
      .filter((name) => find(document, name).length !== 1)
      .map((name) => `${find(document, name).length} × ${name}`),
    ...(find(document, 'header', 'masthead').length === 1 ? [] : ['no head']),
    ...differ('language', attribute(find(document, 'html')[0]!, 'lang'), 'zh-CN'),
  ]);
  expect(wrong).toEqual([]);
});

const differ = (what: string, one: string | null | undefined, other: string | undefined) =>
  one === other ? [] : [`${what}: ${one} and ${other}`];
