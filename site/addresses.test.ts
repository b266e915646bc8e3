import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPage, RESERVED, RESERVED_IN_UNIT, type Site } from '../cms/library/addresses.ts';
import { toSource } from '../cms/library/content.ts';
import { Library } from '../cms/library/library.ts';
import { sync } from '../cms/library/sync.ts';
import { makeCounty, writeCounty } from '../cms/library/testing/made-up-county.ts';
import { KeptTexts } from './attachments/kept-texts.ts';
import { unitPath } from './paths.ts';
import { toRoutes } from './routes.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-addresses-'));
const libraries: Library[] = [];
afterAll(() => {
  for (const library of libraries) library.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The same county with its third unit as a township and as a utility, so that all kinds of units are there. */
beforeAll(async () => {
  for (const kind of ['township', 'utility']) {
    const county = makeCounty();
    county.files.set('units/valley.yaml', county.files.get('units/valley.yaml')!.replace('kind: township', `kind: ${kind}`));
    const content = join(folder, kind);
    writeCounty(content, county);
    await sync(`${content}.db`, toSource({ folder: content }));
    libraries.push(Library.open(`${content}.db`, '2026-03-20'));
  }
});

const topsOf = (library: Library) => new Set([...library.portal!.channels.map(({ id }) => id), ...library.units('county')[0]!.columns]);
/** Paths of files that the site makes of itself, not because an old address is named. */
const pathsOf = (library: Library) =>
  [...toRoutes(library, new KeptTexts(''))].flatMap((route) => ('page' in route && route.page === 'redirect' ? [] : [route.path]));
/** What stands between the first two slashes. */
const folderOf = (path: string) => /^\/([^/]+)\//u.exec(path)?.[1];

test('what no channel and no column may be called is what the site uses, no more and no less', () => {
  const used = libraries.flatMap((library) => pathsOf(library).flatMap((path) => folderOf(path) ?? []));
  const tops = new Set(libraries.flatMap((library) => [...topsOf(library)]));
  // Style sheets come from the compiler, servers look for /404.html under /404, too, and records are where an office has signed.
  const own = new Set([...used.filter((name) => !tops.has(name)), 'assets', '404', 'record']);
  expect([...own].sort()).toEqual([...RESERVED].sort());
});

test('the same below the address of a unit', () => {
  for (const library of libraries)
    for (const unit of library.units()) {
      if (unit.kind === 'county') continue;
      const base = unitPath(unit);
      const below = pathsOf(library).flatMap((path) => (path.startsWith(base) ? (folderOf(path.slice(base.length - 1)) ?? []) : []));
      expect([...new Set(below)].filter((name) => !unit.columns.includes(name))).toEqual(RESERVED_IN_UNIT);
    }
});

test('every page with an address of its own is found, and no other', () => {
  for (const library of libraries) {
    const site: Site = {
      tops: topsOf(library),
      unit: (id) => library.unit(id),
      hasTopic: (id) => library.topic(id) !== undefined,
      hasFile: (path) => library.file(path) !== undefined,
    };
    const pages = pathsOf(library).filter((path) => path.endsWith('/index.html'));
    for (const path of pages) expect(`${path} ${findPage(path, site)}`).toBe(`${path} page`);
    for (const path of pages) expect(findPage(path.replace('index.html', 'moon/'), site)).not.toBe('page');
  }
});
