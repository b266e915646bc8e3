import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeCounty } from '../../library/testing/made-up-county.ts';
import { TestLibrary } from '../../library/testing/test-library.ts';
import { types } from '../../model/types/index.ts';
import type { Records } from '../config.ts';
import { BACKENDS, type BackendKind } from './backends.ts';
import { toForgeConfig } from './forge-config.ts';
import { type StockWidget, toStockWidgets } from './stock-widgets.ts';

/** What its schema takes from the rest of Decap, which needs a page to live in. */
const REST = `exports.getWidgets = () => [{ name: 'string', schema: {} }]; exports.I18N_STRUCTURE = { one: 'single_file' }; exports.I18N_FIELD = { none: 'none' };
  exports.frontmatterFormats = ['yaml-frontmatter']; exports.extensionFormatters = { md: {} };`;

/** What Decap itself says of a configuration. */
let validate: (config: unknown) => void;
let records: Records;
let folder = '';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-decap-'));
  const outfile = join(folder, 'schema.mjs');
  await build({
    entryPoints: ['node_modules/decap-cms-core/src/constants/configSchema.js'],
    bundle: true,
    outfile,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
    plugins: [
      {
        name: 'no-widgets',
        setup: ({ onLoad }) =>
          onLoad({ filter: /(?:lib\/(?:registry|i18n)|formats\/formats)\.[jt]s$/ }, () => ({ contents: REST, loader: 'js' })),
      },
    ],
  });
  ({ validateConfig: validate } = await import(pathToFileURL(outfile).href));
  using library = new TestLibrary(makeCounty());
  await library.sync();
  const open = library.library();
  records = { portal: open.portal, units: open.units(), columns: open.columns(), duties: open.duties(), topics: open.topics() };
});

const PLACE = { repository: 'county/content', url: 'https://git.test.gov.example', app: 'app', oauth: 'https://login.test.gov.example' };

test.each(Object.keys(BACKENDS) as BackendKind[])('%s: Decap finds nothing wrong with its configuration', (kind) => {
  const config = toForgeConfig(kind, PLACE, records, 'content/');
  const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
  validate(JSON.parse(JSON.stringify(config)));
  expect(errors).not.toHaveBeenCalled();
  expect(() => validate({ ...config, publish_mode: 'none' })).toThrow();
  expect(config.backend).toMatchObject({ name: kind, repo: 'county/content', branch: 'main' });
  const school = config.collections.filter(({ name }) => name.startsWith('school_'));
  expect(school.map(({ label, folder: at }) => `${label} ${at}`)).toContain('教育局·动态 content/entries/school/news');
  expect(config.collections.filter((collection) => collection.publish || collection.delete)).toEqual([]);
});

function* flat(widgets: readonly StockWidget[]): Generator<StockWidget> {
  for (const widget of widgets) {
    yield widget;
    yield* flat((widget.fields as StockWidget[] | undefined) ?? []);
    if (widget.field) yield* flat([widget.field as StockWidget]);
  }
}

test('no form has a widget that Decap alone does not know, an expression that a browser cannot read, or what the office writes', () => {
  const known = ['string', 'text', 'markdown', 'datetime', 'select', 'boolean', 'number', 'list', 'object', 'file', 'image'];
  const all = types.flatMap((type) => [...flat(toStockWidgets(type, { unit: [], column: [], duty: [], topic: [] }))]);
  expect([...new Set(all.map(({ widget }) => widget))].filter((widget) => !known.includes(widget))).toEqual([]);
  expect(all.filter(({ name }) => name === 'index_number' || name === 'published_at')).toEqual([]);
  // Decap makes expressions without any flag.
  for (const { pattern } of all) if (pattern) expect(() => new RegExp((pattern as string[])[0]!)).not.toThrow();
  // What Decap asks for by itself would have to be filled in by everybody; an empty default is written down.
  const groups = all.filter(({ widget, required }) => widget === 'object' && !required);
  expect(groups.length).toBeGreaterThan(0);
  expect(groups.flatMap(({ fields }) => fields as StockWidget[]).filter(({ required }) => required)).toEqual([]);
  expect(all.filter((widget) => 'default' in widget)).toEqual([]);
  const title = toStockWidgets(types[0], { unit: [], column: [], duty: [], topic: [] })[0]!;
  expect(title).toEqual({
    name: 'title',
    label: '标题',
    hint: '写清谁、什么事；公文写全称。',
    required: true,
    widget: 'string',
    pattern: ['^[^\\r\\n]{2,100}$', '“标题”最多 100 个字。'],
  });
});
