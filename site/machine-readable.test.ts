import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { beforeAll, expect, test } from 'vitest';
import { attribute, find, textOf } from './testing/document.ts';
import { entriesOf, type Page, type Site, sampleSite } from './testing/site.ts';

let site: Site;
let entries: Page[];
beforeAll(async () => {
  site = await sampleSite();
  entries = site.pages.filter(({ kind }) => kind.startsWith('entry'));
});

const addresses = () => entries.map(({ path }) => site.origin + path).sort();
const childrenOf = (element: XmlElement, name: string) =>
  element.children.filter((child): child is XmlElement => (child as XmlElement).name === name);
const feeds = (name: string) => site.files.filter((path) => path.endsWith(`/${name}`));

test('the API gives every entry once, and what its page shows', () => {
  const given = entriesOf(site);
  expect(given.map(({ url }) => url).sort()).toEqual(addresses());
  expect(site.json('/api/index.json').count).toBe(given.length);
  const pages = new Map(entries.map((page) => [site.origin + page.path, page]));
  for (const { url, title, type, published_at, attachments = [] } of given) {
    const { document, kind } = pages.get(url)!;
    expect([kind, textOf(find(document, 'h1')[0])]).toEqual([`entry ${type}`, title]);
    expect(textOf(find(document, 'time')[0])).toBe(published_at);
    const shown = find(document, 'section', 'downloads').flatMap((section) => find(section, 'li'));
    expect(attachments.map(({ sha256 }: { sha256: string }) => sha256)).toEqual(shown.map((item) => textOf(find(item, 'code')[0])));
  }
});

test('robots.txt lets everything be read but what only the search page reads, and names the sitemaps', () => {
  expect(site.text('/robots.txt')).toBe(`User-agent: *\nAllow: /\nDisallow: /search/lookup/\n\nSitemap: ${site.origin}/sitemap.xml\n`);
});

test('the sitemaps give every entry once, and every page that is not one but old lists and what is attached', () => {
  const [index] = parseXml(site.text('/sitemap.xml')).children as XmlElement[];
  const maps = childrenOf(index!, 'sitemap').map((each) => new URL(childrenOf(each, 'loc')[0]!.text).pathname);
  expect(maps).toEqual([...new Set(maps)]);
  const found = maps.flatMap((path) => childrenOf(parseXml(site.text(path)).root!, 'url').map((url) => childrenOf(url, 'loc')[0]!.text));
  expect(found.filter((url) => url.includes('/i/')).sort()).toEqual(addresses());
  const pages = site.pages.filter(
    ({ kind }) => kind !== 'redirect' && !kind.endsWith('older') && kind !== 'reading' && kind !== '/404.html' && kind !== '/leaving/',
  );
  expect(found.sort()).toEqual(pages.map(({ path }) => site.origin + path).sort());
  expect(found.length).toBe(new Set(found).size);
});

test('Atom feeds are sound', () => {
  for (const path of feeds('feed.xml')) {
    const { root } = parseXml(site.text(path));
    const texts = (element: XmlElement, name: string) => childrenOf(element, name).map(({ text }) => text);
    expect(root!.name).toBe('feed');
    for (const name of ['id', 'title', 'updated', 'author', 'link'])
      expect(childrenOf(root!, name).length, `${path} ${name}`).toBeGreaterThan(0);
    const ids = childrenOf(root!, 'entry').flatMap((entry) => {
      for (const name of ['title', 'updated', 'published', 'summary']) expect(texts(entry, name)[0], `${path} ${name}`).toBeTruthy();
      expect(site.resolve(new URL(childrenOf(entry, 'link')[0]!.attributes.href!).pathname), path).toBeDefined();
      expect(Number.isNaN(Date.parse(texts(entry, 'updated')[0]!))).toBe(false);
      return texts(entry, 'id');
    });
    expect(ids, path).toEqual([...new Set(ids)]);
  }
});

test('JSON feeds say the same as their Atom feeds', () => {
  for (const path of feeds('feed.json')) {
    const feed = site.json(path);
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    expect(feed.feed_url).toBe(site.origin + path);
    const atom = childrenOf(parseXml(site.text(path.replace('.json', '.xml'))).root!, 'entry').map(
      (entry) => childrenOf(entry, 'id')[0]!.text,
    );
    expect(feed.items.map(({ id }: { id: string }) => id)).toEqual(atom);
    for (const { id, url, title, content_text, date_published } of feed.items)
      expect([id, url, title, content_text, date_published].every(Boolean), `${path} ${id}`).toBe(true);
  }
});

test('the description in a page for machines is sound JSON and names the page', () => {
  for (const { path, document } of entries) {
    const scripts = find(document, 'script').filter((script) => attribute(script, 'type') === 'application/ld+json');
    expect(scripts.length, path).toBe(1);
    const { '@context': context, url, identifier } = JSON.parse(textOf(scripts[0]));
    expect([context, url], path).toEqual(['https://schema.org', site.origin + path]);
    expect(path).toBe(`/i/${identifier.replace('-', '/')}.html`);
  }
});
