import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { dump, load } from 'js-yaml';
import { afterAll, expect, test } from 'vitest';
import { addEntry, type MadeUpCounty, makeCounty, UNITS, type UnitId, writeCounty } from '../../cms/library/made-up-county.ts';
import { build } from './build.ts';
import { rehash } from './rehash.ts';

/** More on request: HISTORIES=300 npx vitest run site/render/histories */
const HISTORIES = Number(process.env.HISTORIES ?? 60);

const folder = mkdtempSync(join(tmpdir(), 'gongkai-histories-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Yaml = Record<string, unknown>;
const edit = (county: MadeUpCounty, path: string, change: (value: Yaml) => void) => {
  const text = county.files.get(path);
  if (text === undefined) return;
  const [, yaml = text, body] = /^---\n([\s\S]*?)---\n([\s\S]*)$/u.exec(text) ?? [];
  let value: Yaml;
  try {
    value = load(yaml) as Yaml;
  } catch {
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  change(value);
  county.files.set(path, body === undefined ? dump(value) : `---\n${dump(value, { skipInvalid: true })}---\n${body}`);
};

const unit = fc.constantFrom(...(Object.keys(UNITS) as UnitId[]));
const sequence = fc.integer({ min: 1, max: 60 });
const word = fc.constantFrom('甲', '乙', '丙', '丁', '𠮷', '<b>', '&amp;', '"', "'");
const pick = fc.nat();

/** One thing that someone does to content; printed when a history fails. */
interface Step {
  what: string;
  run(county: MadeUpCounty): void;
}

function act<A extends unknown[]>(
  what: string,
  args: fc.Arbitrary<A>,
  run: (county: MadeUpCounty, ...given: A) => void,
): fc.Arbitrary<Step> {
  return args.map((given) => ({ what: `${what} ${JSON.stringify(given)}`, run: (county) => run(county, ...given) }));
}
const onUnit = (what: string, change: (value: Yaml) => void) => act(what, fc.tuple(unit), (c, u) => edit(c, `units/${u}.yaml`, change));
const onEntry = (what: string, change: (value: Yaml, w: string) => void) =>
  onFile(what, (c, path, w) => edit(c, path, (value) => change(value, w)));
const onFile = (what: string, change: (county: MadeUpCounty, path: string, w: string) => void) =>
  act(what, fc.tuple(pick, word), (c, n, w) => {
    const paths = [...c.files.keys()].filter((path) => path.endsWith('index.md'));
    const path = paths[n % paths.length];
    if (path) change(c, path, w);
  });
const once = (what: string, change: (county: MadeUpCounty) => void) => act(what, fc.tuple(), change);
const columnFor = (u: UnitId) => (u === 'county' ? 'all-news' : 'news');

/** Anything that people do to content, well or badly. */
const step = fc.oneof(
  act('add', fc.tuple(unit, sequence, word), (c, u, n, w) => addEntry(c.files, u, 'news', n, { title: `新闻${w}`, column: columnFor(u) })),
  act('add many', fc.tuple(unit, sequence), (c, u, n) => {
    for (let i = 0; i < 25; i++) addEntry(c.files, u, 'news', n + i, { title: `批量${i}`, column: columnFor(u) });
  }),
  act('interpret', fc.tuple(sequence, word), (c, n, w) =>
    addEntry(c.files, 'school', 'interpretation', 100 + n, {
      title: `解读${w}`,
      column: 'interpretation',
      interprets: ['990101000/202603-00001'],
      form: 'text',
      interpreter: '教育局',
    }),
  ),
  onEntry('retitle', (value, w) => {
    value.title = `改过的标题${w}`;
  }),
  onEntry('summarise', (value, w) => {
    value.summary = `概述${w}`;
  }),
  onEntry('change column', (value) => {
    value.column = value.column === 'news' ? 'lists' : 'news';
  }),
  onEntry('re-date', (value) => {
    value.published_at = '2026-03-17 10:00';
  }),
  onEntry('take another number', (value) => {
    value.index_number = '990101003/202603-00002';
  }),
  onEntry('join or leave topic', (value) => {
    value.topics = value.topics ? undefined : ['spring'];
  }),
  onEntry('make a draft', (value) => {
    value.index_number = undefined;
    value.published_at = undefined;
  }),
  onFile('delete', (c, path) => void c.files.delete(path)),
  act('move to unit', fc.tuple(pick, unit), (c, n, u) => {
    const paths = [...c.files.keys()].filter((path) => path.endsWith('index.md'));
    const path = paths[n % Math.max(1, paths.length)];
    if (!path) return;
    const text = c.files.get(path)!;
    c.files.delete(path);
    c.files.set(path.replace(/^entries\/[a-z]+/u, `entries/${u}`), text);
  }),
  onFile('extend body', (c, path, w) => void c.files.set(path, `${c.files.get(path)}\n\n新加的一段${w}，见[附件](fujian.txt)。\n`)),
  onFile('attach', (c, path, w) => void c.files.set(path.replace('index.md', 'fujian.txt'), `附件${w}`)),
  onFile('break', (c, path) => void c.files.set(path, '---\ntitle: "没有写完\n')),
  act('introduce unit', fc.tuple(unit, word), (c, u, w) =>
    edit(c, `units/${u}.yaml`, (value) => {
      value.motto = `简介${w}。`;
    }),
  ),
  onUnit('close column', (value) => void ((value.columns as string[]).length > 1 && (value.columns as string[]).pop())),
  onUnit('open columns', (value) => {
    value.columns = [...new Set([...(value.columns as string[]), 'news', 'lists', 'policies'])];
  }),
  once('change unit kind', (c) =>
    edit(c, 'units/valley.yaml', (value) => {
      value.kind = value.kind === 'township' ? 'utility' : 'township';
    }),
  ),
  act('rename column', fc.tuple(word), (c, w) =>
    edit(c, 'columns.yaml', (value) => {
      (value as unknown as Yaml[])[0]!.name = `动态${w}`.slice(0, 9);
    }),
  ),
  once('gather otherwise', (c) =>
    edit(c, 'columns.yaml', (value) => {
      (value as unknown as Yaml[])[1]!.gathers = ['lists'];
    }),
  ),
  once('change slogan', (c) =>
    edit(c, 'portal.yaml', (value) => {
      value.slogan = value.slogan ? undefined : '标语';
    }),
  ),
  act('rename topic', fc.tuple(word), (c, w) =>
    edit(c, 'topics/spring.yaml', (value) => {
      value.title = `专题${w}`;
    }),
  ),
  once('close topic', (c) => void c.files.delete('topics/spring.yaml')),
  once('redirect', (c) => void c.files.set('redirects.yaml', dump([{ from: '/old/2.html', to: '/press/' }]))),
  once('break unit', (c) => void c.files.set('units/valley.yaml', '{')),
  once('mend unit', (c) => void c.files.set('units/valley.yaml', makeCounty().files.get('units/valley.yaml')!)),
);

const DAYS = ['2026-03-01', '2026-03-05', '2026-03-09', '2026-12-01'];

test(`after any history, an incremental build equals a full one, byte for byte (${HISTORIES} histories)`, {
  timeout: 1_800_000,
}, async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.array(step, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 3 }),
      async (history) => {
        const place = join(folder, String(run++));
        const content = { folder: join(place, 'content') };
        let county = makeCounty();
        writeCounty(content.folder, county);
        await build({ content, out: join(place, 'incremental'), today: '2026-03-01' });
        let today = '2026-03-01';
        let root = '';
        for (const [steps, day] of history) {
          const before = county;
          county = { files: new Map(before.files) };
          for (const each of steps) each.run(county);
          writeCounty(content.folder, county, before);
          today = DAYS[day]! > today ? DAYS[day]! : today;
          ({ root } = await build({ content, out: join(place, 'incremental'), today }));
        }
        const full = await build({ content, out: join(place, 'full'), today });
        expect(root).toBe(full.root);
        expect(basename(readlinkSync(join(place, 'incremental', 'current')))).toBe(root);
        expect(rehash(join(place, 'incremental', 'store'), root)).toBe(root);
        rmSync(place, { recursive: true });
      },
    ),
    { numRuns: HISTORIES, seed: Number(process.env.SEED ?? 20261122), endOnFailure: false },
  );
});
