import fc from 'fast-check';
import { dump, load } from 'js-yaml';
import { addEntry, type MadeUpCounty, makeCounty, UNITS, type UnitId } from './made-up-county.ts';

/** One thing that someone does to content, well or badly; printed when a history fails. */
export interface Edit {
  what: string;
  run(county: MadeUpCounty): void;
}

type Yaml = Record<string, unknown>;
const write = (value: unknown) => dump(value, { noRefs: true, skipInvalid: true });

/** Changes the YAML of a file, or the front matter of an entry; leaves alone what cannot be read. */
function change(county: MadeUpCounty, path: string, how: (value: Yaml) => void) {
  const text = county.files.get(path);
  const [, yaml = text, body] = /^---\n([\s\S]*?)---\n([\s\S]*)$/u.exec(text ?? '') ?? [];
  if (yaml === undefined) return;
  try {
    const value = load(yaml) as Yaml;
    how(value);
    county.files.set(path, body === undefined ? write(value) : `---\n${write(value)}---\n${body}`);
  } catch {
    // It is broken already.
  }
}

const unit = fc.constantFrom(...(Object.keys(UNITS) as UnitId[]));
const sequence = fc.integer({ min: 1, max: 60 });
const word = fc.constantFrom('甲', '乙', '丙', '𠮷', '<b>', '"', "'", '：', '#', '');
const pick = fc.nat();
const columnFor = (u: UnitId) => (u === 'county' ? 'all-news' : 'news');

function act<A extends unknown[]>(
  what: string,
  args: fc.Arbitrary<A>,
  run: (county: MadeUpCounty, ...given: A) => void,
): fc.Arbitrary<Edit> {
  return args.map((given) => ({ what: `${what} ${JSON.stringify(given)}`, run: (county) => run(county, ...given) }));
}
const once = (what: string, run: (county: MadeUpCounty) => void) => act(what, fc.tuple(), run);
const onFile = (what: string, run: (county: MadeUpCounty, path: string, w: string) => void) =>
  act(what, fc.tuple(pick, word), (county, n, w) => {
    const paths = [...county.files.keys()].filter((path) => path.endsWith('index.md'));
    const path = paths[n % Math.max(1, paths.length)];
    if (path) run(county, path, w);
  });
const onEntry = (what: string, how: (value: Yaml, w: string) => void) =>
  onFile(what, (county, path, w) => change(county, path, (value) => how(value, w)));
const onUnit = (what: string, how: (value: Yaml) => void) =>
  act(what, fc.tuple(unit), (county, u) => change(county, `units/${u}.yaml`, how));
const onColumn = (what: string, how: (column: Yaml, columns: Yaml[]) => void) =>
  act(what, fc.tuple(pick), (county, n) =>
    change(county, 'columns.yaml', (value) => {
      const columns = value as unknown as Yaml[];
      how(columns[n % columns.length]!, columns);
    }),
  );

const duty = (id: string, proof: string[], clock: object = { kind: 'days', days: 20 }) => ({
  id,
  name: '部门预算',
  domain: '财政预决算',
  basis: [{ law: '中华人民共和国预算法' }],
  elements: ['预算表'],
  owners: ['department'],
  units: ['school', 'valley'],
  clock,
  proof,
});
const interpret = (county: MadeUpCounty, n: number, target: string) =>
  addEntry(county.files, 'school', 'interpretation', 100 + n, {
    column: 'interpretation',
    interprets: ['990101000/202603-00001', target],
    form: 'text',
    interpreter: '教育局',
  });

/** Entries that others name, so that it matters when they come and go. */
const NAMED = ['entries/county/policy/2026/202603-00001/index.md', 'entries/school/news/2026/202603-00002/index.md'];

const comeAndGo = act('let named entries come or go', fc.tuple(fc.constantFrom(...NAMED)), (c, path) => {
  if (!c.files.delete(path)) c.files.set(path, makeCounty().files.get(path)!);
});

export const edit: fc.Arbitrary<Edit> = fc.oneof(
  comeAndGo,
  comeAndGo,
  comeAndGo,
  act('add', fc.tuple(unit, sequence, word), (c, u, n, w) => addEntry(c.files, u, 'news', n, { title: `新闻${w}`, column: columnFor(u) })),
  act('add many', fc.tuple(unit, sequence), (c, u, n) => {
    for (let i = 0; i < 25; i++) addEntry(c.files, u, 'news', n + i, { title: `批量${i}`, column: columnFor(u) });
  }),
  act('interpret', fc.tuple(sequence), (c, n) => interpret(c, n, '990101003/202603-00002')),
  act('interpret in a column that does not exist', fc.tuple(sequence), (c, n) => {
    interpret(c, n, '990101003/202603-00002');
    change(c, `entries/school/interpretation/2026/202603-${String(100 + n).padStart(5, '0')}/index.md`, (value) => {
      value.column = 'moon';
    });
  }),
  act('interpret what is not there', fc.tuple(sequence, sequence), (c, n, m) =>
    interpret(c, n, `990101003/202603-${String(m).padStart(5, '0')}`),
  ),
  act('amend', fc.tuple(sequence), (c, n) =>
    addEntry(c.files, 'school', 'policy', 200 + n, {
      column: 'policies',
      document_kind: 'notice',
      issuers: ['教育局'],
      document_date: '2026-03-01',
      validity: 'in-force',
      subject: 'science',
      amends: ['990101000/202603-00001'],
      changed_by: `990101003/202603-${String(200 + (n % 5)).padStart(5, '0')}`,
    }),
  ),
  onEntry('retitle', (value, w) => {
    value.title = `改过的标题${w}`;
  }),
  onEntry('make wrong', (value, w) => {
    value[w === '' ? 'summary' : 'keywords'] = w;
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
    value.topics = value.topics ? undefined : ['spring', 'autumn'];
  }),
  onEntry('fulfil a duty', (value) => {
    value.duties = value.duties ? undefined : ['budget', 'accounts'];
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
  onFile(
    'copy',
    (c, path, w) => void c.files.set(path.replace(/\/index\.md$/u, `${w === '甲' ? '-a' : 'a'}/index.md`), c.files.get(path)!),
  ),
  onFile('comment', (c, path) => void c.files.set(path, c.files.get(path)!.replace(/^---\n/u, '---\n# 备注\n'))),
  onFile('extend body', (c, path, w) => void c.files.set(path, `${c.files.get(path)}\n\n新加的一段${w}，见[附件](fujian.txt)。\n`)),
  onFile('attach', (c, path, w) => void c.files.set(path.replace('index.md', 'fujian.txt'), `附件${w}`)),
  onFile('attach under a bad name', (c, path, w) => void c.files.set(path.replace('index.md', `附件 ${w.replace('/', '')}.txt`), w)),
  onFile('detach', (c, path) => void c.files.delete(path.replace('index.md', 'fujian.txt'))),
  onFile('break', (c, path) => void c.files.set(path, '---\ntitle: "没有写完\n')),
  onFile('empty', (c, path) => void c.files.set(path, '')),
  act('misplace', fc.tuple(word), (c, w) => void c.files.set('entries/school/stray.md', w)),
  act('introduce unit', fc.tuple(unit, word), (c, u, w) =>
    change(c, `units/${u}.yaml`, (value) => {
      value.motto = `简介${w}。`;
      value.order = w.length;
    }),
  ),
  act('alert', fc.tuple(fc.option(unit, { nil: undefined }), pick, word), (c, u, n, w) => {
    const [from, until] = [n, n >> 4].map((days) => `2026-03-${String((days % 28) + 1).padStart(2, '0')}`);
    c.files.set('alerts.yaml', write([{ id: 'storm', title: `大风${w}`, from, until, units: u && [u], entry: '990101003/202603-00002' }]));
  }),
  onUnit('close column', (value) => void ((value.columns as string[]).length > 1 && (value.columns as string[]).pop())),
  onUnit('open columns', (value) => {
    value.columns = [...new Set([...(value.columns as string[]), 'news', 'lists', 'policies', 'moon'])];
  }),
  onUnit('hang up a banner', (value) => {
    value.banner = value.banner ? undefined : 'banner.svg';
  }),
  onUnit('take the code of the school', (value) => {
    value.code = '990101003';
  }),
  onUnit('become or cease to be the county', (value) => {
    value.kind = value.kind === 'county' ? 'department' : 'county';
  }),
  once('change unit kind', (c) =>
    change(c, 'units/valley.yaml', (value) => {
      value.kind = value.kind === 'township' ? 'utility' : 'township';
    }),
  ),
  act('found a unit', fc.tuple(word), (c, w) => {
    change(c, 'units/valley.yaml', (value) => {
      c.files.set('units/village.yaml', write({ ...value, code: '990101102', motto: `村${w}。` }));
    });
  }),
  once('dissolve a unit', (c) => void c.files.delete('units/village.yaml')),
  act('rename column', fc.tuple(word), (c, w) =>
    change(c, 'columns.yaml', (value) => {
      (value as unknown as Yaml[])[0]!.name = `动态${w}`;
    }),
  ),
  onColumn('gather otherwise', (column) => {
    column.gathers = column.gathers ? undefined : ['lists', 'news'];
  }),
  onColumn('gather from some', (column) => {
    column.gathers_from = column.gathers_from ? undefined : ['department'];
  }),
  onColumn('break column', (column) => {
    column.name = column.name === '' ? '动态' : '';
  }),
  onColumn('reorder columns', (column, columns) => {
    columns.splice(columns.indexOf(column), 1);
    columns.unshift(column);
  }),
  onColumn('double column', (column, columns) => void columns.push({ ...column })),
  once('break columns', (c) => void c.files.set('columns.yaml', '- {')),
  once('mend columns', (c) => void c.files.set('columns.yaml', makeCounty().files.get('columns.yaml')!)),
  once('change slogan', (c) =>
    change(c, 'portal.yaml', (value) => {
      value.slogan = value.slogan ? undefined : '标语';
    }),
  ),
  once('comment portal', (c) => void c.files.set('portal.yaml', `# 备注\n${c.files.get('portal.yaml') ?? ''}`)),
  once('rename channel', (c) =>
    change(c, 'portal.yaml', (value) => {
      (value.channels as Yaml[])[0]!.id = (value.channels as Yaml[])[0]!.id === 'press' ? 'lists' : 'press';
    }),
  ),
  act('rename topic', fc.tuple(word), (c, w) =>
    change(c, 'topics/spring.yaml', (value) => {
      value.title = `专题${w}`;
      value.image = w === '甲' ? 'banner.svg' : undefined;
    }),
  ),
  once('close topic', (c) => void c.files.delete('topics/spring.yaml')),
  once('open topic', (c) => void c.files.set('topics/autumn.yaml', makeCounty().files.get('topics/spring.yaml')!)),
  act(
    'set duties',
    fc.tuple(fc.subarray(['budget', 'accounts', 'tax'])),
    (c, ids) => void c.files.set('catalogue/finance.yaml', write(ids.map((id) => duty(id, ['disclosure', 'news'])))),
  ),
  act(
    'set more duties',
    fc.tuple(fc.subarray(['budget', 'water'])),
    (c, ids) => void c.files.set('catalogue/a.yaml', write(ids.map((id) => duty(id, ['disclosure'], { kind: 'quarterly' })))),
  ),
  once('drop duties', (c) => void c.files.delete('catalogue/finance.yaml')),
  act(
    'redirect',
    fc.tuple(fc.constantFrom('/press/', '/moon/', '/dept/village/', '/images/banner.svg', '990101003/202603-00002', '/topics/autumn/')),
    (c, to) =>
      change(c, 'redirects.yaml', (value) => {
        (value as unknown as Yaml[]).push({ from: `/old/${(value as unknown as Yaml[]).length}.html`, to });
      }),
  ),
  act('merge', fc.tuple(sequence, sequence), (c, n, m) => {
    const [from, to] = [n, m].map((each) => `202603-${String(each).padStart(5, '0')}`);
    c.files.delete(`entries/school/news/2026/${from}/index.md`);
    change(c, 'redirects.yaml', (value) => {
      (value as unknown as Yaml[]).push({ from: `/i/990101003/${from!.replace('-', '/')}.html`, to: `990101003/${to}` });
    });
  }),
  act('hang up or take down picture', fc.tuple(word), (c, w) => {
    if (!c.files.delete('images/banner.svg')) c.files.set('images/banner.svg', `<svg>${w}</svg>`);
  }),
  once('break unit', (c) => void c.files.set('units/valley.yaml', '{')),
  once('mend unit', (c) => void c.files.set('units/valley.yaml', makeCounty().files.get('units/valley.yaml')!)),
);

/** What happens between one look at the content and the next, several times over. */
export const history = fc.array(fc.array(edit, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 });

/** What a county looks like after each part of a history. */
export function* replay(parts: readonly (readonly Edit[])[]): Generator<MadeUpCounty> {
  let county = makeCounty();
  for (const part of parts) {
    county = { files: new Map(county.files) };
    for (const { run } of part) run(county);
    yield county;
  }
}
