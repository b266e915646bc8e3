import type { RecordFile } from '../cms/library/addresses.ts';
import { apiFilePath, apiShelf, recordFilePath } from '../cms/library/addresses.ts';
import type { StoredFile } from '../cms/library/item.ts';
import type { Library } from '../cms/library/library.ts';
import { listOf, policyListOf } from '../cms/library/lists.ts';
import type { Unit } from '../cms/model/unit.ts';
import type { KeptTexts } from './attachments/kept-texts.ts';
import { offeredFiles } from './attachments/offered.ts';
import { CATALOGUE } from './data/dcat.ts';
import { dutiesOf } from './disclosure/standing.ts';
import { LONG_PAGE, toPages } from './lists.ts';
import {
  ACCESSIBILITY,
  ALERT_STYLES,
  columnPagePath,
  columnPath,
  dutyPagePath,
  dutyPath,
  entryPath,
  filePath,
  isShelf,
  LEAVING,
  platformPath,
  readingPath,
  shelfPrefix,
  toldIn,
  unitPath,
  variantPath,
} from './paths.ts';
import { FORMATS, type Format, isPicture, widthsOf } from './pictures.ts';
import { POLICY_LIBRARY, policyShelfPagePath, policyShelfPath, policySubjects, policyYears } from './policies.ts';
import { HELP, SEARCH_PAGE, TRADITIONAL } from './search/paths.ts';

/** What pages are given beside the library; each key is the name of a page under `pages/`. */
export interface PageProps {
  home: { unit: string };
  unit: { unit: string };
  about: { unit: string };
  channel: { channel: string };
  list: { unit: string; column: string; page: number | 'first' };
  entry: { number: string };
  reading: { number: string; file: string };
  units: object;
  platform: { unit: string };
  'platform-guide': { unit: string };
  'platform-rules': { unit: string };
  'platform-reports': { unit: string };
  'platform-request': { unit: string };
  'platform-form': { unit: string };
  'platform-duty': { unit: string; duty: string; page: number | 'first' };
  'platform-fields': object;
  'platform-places': object;
  'platform-exemptions': object;
  'policy-library': object;
  'policy-shelf': { id: string; name: string; list: string; page: number | 'first' };
  topics: object;
  topic: { topic: string };
  map: object;
  'not-found': object;
  accessibility: object;
  leaving: object;
  'alert-styles': object;
  redirect: { from: string };
  feed: { title: string; list: string; of: string; format: 'atom' | 'json' };
  sitemap: { unit: string; from: number };
  'sitemap-index': object;
  robots: object;
  'api-entries': RecordFile;
  'api-unit': { code: string; files: string[] };
  'api-index': { lists: string[] };
  'api-units': object;
  api: { lists: string[] };
  'api-datasets': object;
  'api-schema': object;
  record: object;
  'record-head': object;
  'record-schema': object;
  'record-file': RecordFile;
  'record-data': RecordFile;
  search: object;
  'search-help': object;
  'search-traditional': object;
}
export type PageName = keyof PageProps;

/** One file of the public site: a page, a copy of a content file, a style sheet, or a smaller picture. */
export type Route =
  | { [N in PageName]: { path: string; page: N; props: PageProps[N] } }[PageName]
  | { path: string; copy: StoredFile }
  | { path: string; asset: string; sha256: string }
  | { path: string; picture: StoredFile; width: number; format: Format };

/** Entries in one sitemap; far below the protocol's 50,000 so that a change rewrites little. */
export const SITEMAP_PAGE = 2000;

const page = <N extends PageName>(path: string, name: N, props: PageProps[N]) => ({ path, page: name, props }) as Route;

/**
 * Every file of the site, in no particular order. Paths are absolute and end in a file name.
 * @param texts of attachments, which have pages of their own
 * @param shelves folders of entries to which the entries are limited
 */
export function* toRoutes(library: Library, texts: KeptTexts, shelves?: ReadonlySet<string>): Generator<Route> {
  const county = library.units('county')[0];
  if (county && library.portal) yield* portalRoutes(library, county);
  for (const unit of library.units()) yield* unitRoutes(library, unit);
  if (!shelves) {
    yield* entryRoutes(library, texts, '');
    yield* recordRoutes(library, '');
    yield* apiRoutes(library, '');
  } else
    for (const shelf of shelves) {
      const told = toldIn(shelf);
      if (!told) yield* entryRoutes(library, texts, shelfPrefix(shelf));
      else yield* told.kind === 'record' ? recordRoutes(library, told.code) : apiRoutes(library, told.code);
    }
  for (const file of library.stored.filesIn('images')) yield* fileRoutes(`/images/${file.name}`, file, 'banner');
  for (const { from } of library.redirects()) {
    const path = toFile(from);
    const shelf = path.slice(0, path.lastIndexOf('/') + 1);
    if (!shelves || !isShelf(shelf) || shelves.has(shelf)) yield page(path, 'redirect', { from });
  }
}

function* entryRoutes(library: Library, texts: KeptTexts, prefix: string): Generator<Route> {
  for (const { number, folder, hasFiles } of library.numbers(prefix)) {
    yield page(entryPath(number), 'entry', { number });
    if (!hasFiles) continue;
    for (const file of library.stored.filesIn(folder)) yield* fileRoutes(filePath(number, file.name), file, 'entry');
    for (const { file } of offeredFiles(library.entry(number)!))
      if (texts.has(file)) yield page(readingPath(number, file.name), 'reading', { number, file: file.name });
  }
}

function* recordRoutes(library: Library, code: string): Generator<Route> {
  for (const file of library.publicRecord.files(code)) {
    yield page(recordFilePath(file), 'record-file', file);
    yield page(recordFilePath(file, 'json'), 'record-data', file);
  }
}

/** What the JSON interface says of all entries, or of those of one unit's code: a list of files for each code, and the files. */
function* apiRoutes(library: Library, code: string): Generator<Route> {
  const files = library.publicRecord.itemFiles(code);
  for (const file of files) yield page(apiFilePath(file), 'api-entries', file);
  for (const [each, own] of Map.groupBy(files, (file) => file.code))
    yield page(`${apiShelf(each)}index.json`, 'api-unit', { code: each, files: own.map(apiFilePath) });
}

function* portalRoutes(library: Library, county: Unit): Generator<Route> {
  yield page('/index.html', 'home', { unit: county.id });
  for (const channel of library.portal?.channels ?? []) yield page(`/${channel.id}/index.html`, 'channel', { channel: channel.id });
  yield page('/units/index.html', 'units', {});
  yield* platformRoutes(library, county);
  yield* policyRoutes(library);
  yield page('/topics/index.html', 'topics', {});
  for (const topic of library.topics()) {
    yield page(`/topics/${topic.id}/index.html`, 'topic', { topic: topic.id });
    yield* feeds(`/topics/${topic.id}/`, topic.title, listOf.topic(topic.id));
  }
  yield page('/map/index.html', 'map', {});
  yield page('/404.html', 'not-found', {});
  yield page(ALERT_STYLES, 'alert-styles', {});
  yield page(`${ACCESSIBILITY}index.html`, 'accessibility', {});
  yield page(`${LEAVING}index.html`, 'leaving', {});
  yield* feeds('/', '全部信息', listOf.all);
  yield page('/sitemap.xml', 'sitemap-index', {});
  yield page('/robots.txt', 'robots', {});
  if (library.acts.isSigned) {
    yield page('/record/index.html', 'record', {});
    yield page('/record/head.json', 'record-head', {});
    yield page('/record/schema.json', 'record-schema', {});
  }
  const lists = library.publicRecord.codes().map((code) => `${apiShelf(code)}index.json`);
  yield page('/api/index.json', 'api-index', { lists });
  yield page('/api/units.json', 'api-units', {});
  yield page('/api/index.html', 'api', { lists });
  yield page(CATALOGUE, 'api-datasets', {});
  yield page('/api/schema.json', 'api-schema', {});
  yield page(`${SEARCH_PAGE}index.html`, 'search', {});
  yield page(HELP, 'search-help', {});
  yield page(TRADITIONAL, 'search-traditional', {});
}

function* unitRoutes(library: Library, unit: Unit): Generator<Route> {
  const base = unitPath(unit);
  if (unit.kind !== 'county') {
    yield page(`${base}index.html`, 'unit', { unit: unit.id });
    yield* feeds(base, unit.name, listOf.unit(unit.id));
  }
  yield page(unit.kind === 'county' ? '/government/index.html' : `${base}about/index.html`, 'about', { unit: unit.id });
  if (unit.kind !== 'county') yield* platformRoutes(library, unit);
  for (const id of unit.columns) {
    const column = library.column(id);
    if (!column) continue;
    const list = listOf.column(unit.id, id);
    yield page(`${columnPath(unit, id)}index.html`, 'list', { unit: unit.id, column: id, page: 'first' });
    const { full } = toPages(library.count(list));
    for (let n = 1; n <= full; n++) yield page(columnPagePath(unit, id, n), 'list', { unit: unit.id, column: id, page: n });
    yield* feeds(columnPath(unit, id), `${unit.short_name}　${column.name}`, list);
  }
  const count = library.count(listOf.unit(unit.id));
  for (let from = 0; from === 0 || from < count; from += SITEMAP_PAGE)
    yield page(sitemapPath(unit.id, from), 'sitemap', { unit: unit.id, from });
}

/** Policy library (政策文件库): what is in force, and pages by year, by subject and of what changes. */
function* policyRoutes(library: Library): Generator<Route> {
  yield page(`${POLICY_LIBRARY}index.html`, 'policy-library', {});
  const changed = { id: 'changed', name: '修改、失效和废止', list: policyListOf.changing, count: library.count(policyListOf.changing) };
  for (const { id, name, list, count } of [...policyYears(library), ...policySubjects(library), changed]) {
    yield page(policyShelfPath(id), 'policy-shelf', { id, name, list, page: 'first' });
    const { full } = toPages(count, LONG_PAGE);
    for (let n = 1; n <= full; n++) yield page(policyShelfPagePath(id, n), 'policy-shelf', { id, name, list, page: n });
  }
}

/** Platform of disclosure (政府信息公开): the county's has what the units' have in common as well. */
function* platformRoutes(library: Library, unit: Unit): Generator<Route> {
  const base = platformPath(unit);
  const isCounty = unit.kind === 'county';
  yield page(`${base}index.html`, 'platform', { unit: unit.id });
  yield* feeds(base, isCounty ? '政府信息公开' : `${unit.short_name}　政府信息公开`, listOf.disclosed(isCounty ? '*' : unit.id));
  for (const part of ['guide', 'rules', 'reports', 'request'] as const)
    yield page(`${base}${part}/index.html`, `platform-${part}`, { unit: unit.id });
  if (unit.kind !== 'utility') yield page(`${base}request/form.html`, 'platform-form', { unit: unit.id });
  for (const duty of isCounty ? library.duties() : dutiesOf(library, unit)) {
    yield page(dutyPath(unit, duty.id), 'platform-duty', { unit: unit.id, duty: duty.id, page: 'first' });
    const { full } = toPages(library.count(listOf.duty(unit.id, duty.id)), LONG_PAGE);
    for (let n = 1; n <= full; n++) yield page(dutyPagePath(unit, duty.id, n), 'platform-duty', { unit: unit.id, duty: duty.id, page: n });
  }
  if (isCounty)
    for (const part of ['fields', 'places', 'exemptions'] as const) yield page(`${base}${part}/index.html`, `platform-${part}`, {});
}

export const sitemapPath = (unit: string, from: number) => `/sitemaps/${unit}-${from / SITEMAP_PAGE + 1}.xml`;

function* feeds(base: string, title: string, list: string): Generator<Route> {
  yield page(`${base}feed.xml`, 'feed', { title, list, of: base, format: 'atom' });
  yield page(`${base}feed.json`, 'feed', { title, list, of: base, format: 'json' });
}

function* fileRoutes(path: string, file: StoredFile, use: 'entry' | 'banner'): Generator<Route> {
  yield { path, copy: file };
  if (!isPicture(file.name) || !file.width) return;
  for (const width of widthsOf(file.width, use))
    for (const format of FORMATS) yield { path: variantPath(path, width, format), picture: file, width, format };
}

/** Where a page for an old address must lie so that any web server finds it. */
function toFile(path: string): string {
  if (path.endsWith('/')) return `${path}index.html`;
  return /\.[a-z]{2,5}$/u.test(path) ? path : `${path}/index.html`;
}
