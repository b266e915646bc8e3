import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { attribute, type Element, elements, find, textOf } from './testing/document.ts';
import { signedSite } from './testing/signed-site.ts';
import { type Page, type Site, sampleSite } from './testing/site.ts';

let site: Site;
beforeAll(async () => {
  site = await sampleSite();
});

/** Addresses that an element names, by what becomes of them. */
function addressesOf(element: Element): { fetched: string[]; followed: string[] } {
  const { tagName, properties } = element;
  const named = (name: string) => attribute(element, name)?.split(/\s+/u) ?? [];
  const sets = [properties.srcSet, properties.imageSrcSet].flat().flatMap((set) => (set ? String(set).split(/\s*,\s*/u) : []));
  const fetched = [...named('src'), ...named('poster'), ...named('data'), ...sets.map((each) => each.split(/\s+/u)[0]!)];
  if (tagName === 'form' || tagName === 'button') fetched.push(...named('action'), ...named('formAction'));
  const isLoaded = tagName === 'link' && !['canonical', 'alternate'].includes(String(properties.rel));
  return isLoaded ? { fetched: [...fetched, ...named('href')], followed: [] } : { fetched, followed: named('href') };
}

test('every address on every page leads somewhere', () => {
  expect(deadOn(site)).toEqual([]);
});

test('so do those on the public records of what an office did', async () => {
  const signed = await signedSite();
  expect(deadOn(signed)).toEqual([]);
  expect(signed.pages.filter(({ kind }) => kind === 'record file').length).toBeGreaterThan(1);
});

function deadOn(site: Site): string[] {
  const pages = new Map(site.pages.map((page) => [page.path, page]));
  const ids = new Map<string, Set<string>>();
  const idsOf = (page: Page) => {
    if (!ids.has(page.path)) ids.set(page.path, new Set([...elements(page.document)].map((element) => attribute(element, 'id') ?? '')));
    return ids.get(page.path)!;
  };
  const wrong: string[] = [];
  let seen = 0;
  for (const page of site.pages)
    for (const element of elements(page.document)) {
      const { fetched, followed } = addressesOf(element);
      for (const address of [...fetched, ...followed]) {
        const url = new URL(address, site.origin + page.path);
        if (url.origin !== site.origin || !/^https?:$/u.test(url.protocol)) continue;
        seen++;
        const path = decodeURIComponent(url.pathname);
        const target = pages.get(path);
        if (!site.resolve(path)) wrong.push(`${page.path}: ${address} leads nowhere`);
        else if (url.hash !== '' && target && !idsOf(target).has(decodeURIComponent(url.hash.slice(1))))
          wrong.push(`${page.path}: no ${address}`);
      }
    }
  expect(seen).toBeGreaterThan(site.pages.length * 20);
  return wrong;
}

test('pages ask for nothing from elsewhere, and hold no style or handler of their own, and no script but that of the modes and the one of the search page', () => {
  const wrong: string[] = [];
  for (const { path, document } of site.pages)
    for (const element of elements(document)) {
      const { tagName, properties } = element;
      for (const address of addressesOf(element).fetched)
        if (new URL(address, site.origin).origin !== site.origin) wrong.push(`${path}: ${tagName} fetches ${address}`);
      if (['style', 'iframe', 'object', 'embed', 'base'].includes(tagName)) wrong.push(`${path}: <${tagName}>`);
      if (tagName === 'form' && !['/search/', '/accessibility/'].includes(String(properties.action))) wrong.push(`${path}: <form>`);
      if (tagName === 'script' && properties.type !== 'application/ld+json' && !isOwn(path, element)) wrong.push(`${path}: <script>`);
      for (const name of Object.keys(properties)) if (name === 'style' || /^on/u.test(name)) wrong.push(`${path}: ${tagName} has ${name}`);
      const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(attribute(element, 'href') ?? '')?.[1]?.toLowerCase();
      if (scheme && !['http', 'https', 'mailto', 'tel'].includes(scheme)) wrong.push(`${path}: a link to ${scheme}:`);
    }
  for (const path of site.files.filter((file) => file.endsWith('.css')))
    for (const [, address = ''] of site.text(path).matchAll(/(?:url\(|@import\s*)["']?([^"')\s;]*)/gu))
      if (!site.resolve(new URL(address, site.origin + path).pathname)) wrong.push(`${path}: ${address}`);
  expect(wrong).toEqual([]);
});

test('every file of an entry can be had by a plain link, and is the one whose hash is shown', () => {
  const linked = new Map<string, string | undefined>();
  for (const page of site.pages) {
    for (const link of find(page.document, 'a'))
      if (link.properties.href)
        linked.set(toPath(String(link.properties.href), page), linked.get(toPath(String(link.properties.href), page)));
    for (const item of find(page.document, 'section', 'downloads').flatMap((section) => find(section, 'li'))) {
      const [link] = find(item, 'a');
      linked.set(toPath(String(link!.properties.href), page), textOf(find(item, 'code')[0]));
    }
  }
  const files = site.files.filter((path) => path.startsWith('/i/') && !/\.(?:html|avif|webp|jpe?g|png)$/u.test(path));
  const wrong = files.flatMap((path) => {
    if (!linked.has(path)) return [`${path} is not linked`];
    const shown = linked.get(path);
    const hash = createHash('sha256').update(site.read(path)).digest('hex');
    return shown === undefined || shown === hash ? [] : [`${path}: ${shown} is shown, ${hash} it is`];
  });
  expect(wrong).toEqual([]);
  expect(files.length).toBeGreaterThan(100);
  expect([...linked.values()].filter((shown) => shown !== undefined).length).toBeGreaterThan(100);
});

const isOwn = (path: string, script: Element) =>
  (path === '/search/' ? /^\/assets\/[\w.-]+\.js$/u : MODES).test(attribute(script, 'src') ?? '') && textOf(script) === '';
const MODES = /^\/assets\/modes\.[\w-]+\.js$/u;

const toPath = (href: string, page: Page) => decodeURIComponent(new URL(href, site.origin + page.path).pathname);
