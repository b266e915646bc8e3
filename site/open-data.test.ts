import { hash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, expect, test } from 'vitest';
import { isDay } from '../cms/model/day.ts';
import { attribute, find, textOf } from './testing/document.ts';
import { entriesOf, type Page, type Site, sampleSite } from './testing/site.ts';

let site: Site;
let datasets: Page[];
beforeAll(async () => {
  site = await sampleSite();
  datasets = site.pages.filter(({ kind }) => kind === 'entry dataset');
});

const jsonLdOf = ({ document }: Page) =>
  JSON.parse(textOf(find(document, 'script').find((script) => attribute(script, 'type') === 'application/ld+json')));
/** Hash and size of what lies at an address of the site. */
const bytesAt = (url: string) => {
  const bytes = site.read(decodeURIComponent(url.slice(site.origin.length)));
  return { sha256: hash('sha256', bytes), size: String(bytes.length) };
};

test('the schema of the interface takes every file of it, and nothing that is otherwise', () => {
  const ajv = new Ajv2020({ strict: true, formats: { date: isDay } });
  const { $id } = site.json('/api/schema.json');
  ajv.addSchema(site.json('/api/schema.json'));
  const takes = (name: string) => ajv.getSchema(`${$id}#/$defs/${name}`)!;
  const lists: string[] = site.json('/api/index.json').entries;
  const [files, entries] = [takes('files'), takes('entries')];
  for (const path of lists) expect(files(site.json(path)), `${path} ${JSON.stringify(files.errors)}`).toBe(true);
  const pages: string[] = lists.flatMap((path) => site.json(path).files);
  expect([...lists, ...pages].sort()).toEqual(site.files.filter((path) => path.startsWith('/api/entries/')).sort());
  expect(entriesOf(site).length).toBe(site.json('/api/index.json').count);
  for (const path of pages) expect(entries(site.json(path)), `${path} ${JSON.stringify(entries.errors?.slice(0, 3))}`).toBe(true);
  const units = takes('units');
  expect(units(site.json('/api/units.json')), JSON.stringify(units.errors)).toBe(true);
  const { entries: found, ...page } = site.json(pages[0]!);
  const [first, ...rest] = found;
  for (const wrong of [
    { ...first, type: 'rumour' },
    { ...first, url: undefined },
    { ...first, more: 1 },
    { ...first, published_at: '昨天' },
  ])
    expect(entries(JSON.parse(JSON.stringify({ ...page, entries: [wrong, ...rest] })))).toBe(false);
});

test('the catalogue of open data names every dataset once, as its page does, with files that are as it says', () => {
  const { '@context': terms, 'dcat:dataset': listed } = site.json('/api/datasets.jsonld');
  expect(listed.map((each: Record<string, unknown>) => each['@id']).sort()).toEqual(datasets.map(({ path }) => site.origin + path).sort());
  const prefixes = new Set(Object.keys(terms));
  const keys = JSON.stringify(listed).matchAll(/"([a-z]+):[A-Za-z]+":/gu);
  for (const [, prefix] of keys) expect(prefixes).toContain(prefix);
  for (const each of listed) {
    const page = datasets.find(({ path }) => site.origin + path === each['@id'])!;
    expect(each['dct:title']['@value']).toBe(textOf(find(page.document, 'h1')[0]));
    expect(each['dct:license']['@id']).toBe(jsonLdOf(page).license);
    expect(each['dcat:distribution'].length, page.path).toBeGreaterThan(0);
    for (const file of each['dcat:distribution'])
      expect({ sha256: file['spdx:checksum']['spdx:checksumValue']['@value'], size: file['dcat:byteSize']['@value'] }).toEqual(
        bytesAt(file['dcat:downloadURL']['@id']),
      );
  }
});

test('a dataset tells search engines its files, its columns and its licence, which is explained where the address leads', () => {
  const explained = find(site.pages.find(({ path }) => path === '/api/')!.document, 'div').map((each) => attribute(each, 'id'));
  for (const page of datasets) {
    const { license, distribution, variableMeasured } = jsonLdOf(page);
    const [path, anchor] = license.slice(site.origin.length).split('#');
    expect(path).toBe('/api/');
    expect(explained).toContain(anchor);
    expect(variableMeasured.length, page.path).toBeGreaterThan(0);
    for (const { contentUrl, sha256 } of distribution) expect(sha256).toBe(bytesAt(contentUrl).sha256);
  }
});
