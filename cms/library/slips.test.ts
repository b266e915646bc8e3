import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { faultsOf } from '../model/testing/wording.ts';
import { addEntry, makeCounty } from './testing/made-up-county.ts';
import { TestLibrary } from './testing/test-library.ts';

/** More on request: SLIPS=20000 npx vitest run cms/library/slips */
const SLIPS = Number(process.env.SLIPS ?? 1200);
const SEED = Number(process.env.SEED ?? 20261122);

const scrap = fc.oneof(
  fc.constantFrom(
    ...':\'"[]{}&*!|>%@#\t\n-,?~`\\ ：“”，。',
    '---',
    '...',
    '- ',
    ': ',
    '\r\n',
    '\0',
    '\u2028',
    '𠮷',
    '\ufeff',
    'null',
    '<<: ',
    '!!',
    '2026-02-30',
  ),
  fc.string({ maxLength: 3, unit: 'binary' }),
);
/** Something left out, put in or put in place of something else. */
const slip = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 6 }), fc.oneof(fc.constant(''), scrap));
const slips = fc.array(slip, { minLength: 1, maxLength: 3 });

const apply = (text: string, made: [number, number, string][]) =>
  made.reduce((now, [at, cut, put]) => {
    const place = at % (now.length + 1);
    return now.slice(0, place) + put + now.slice(place + cut);
  }, text);

/** Whatever is found is put in an editor's words, at a place that there is. */
function expectTold(library: TestLibrary, texts: ReadonlyMap<string, string>): Set<string> {
  const told = new Set<string>();
  for (const { file, line, column, message } of library.library().findings()) {
    told.add(file);
    expect([message, faultsOf(message)]).toEqual([message, []]);
    const lines = (texts.get(file) ?? '').replace(/^\ufeff/u, '').split(/\r\n?|\n/u);
    expect(line, `${file}:${line}`).toBeLessThanOrEqual(lines.length);
    expect(column, `${file}:${line}:${column}`).toBeLessThanOrEqual([...(lines[line - 1] ?? '')].length + 1);
  }
  return told;
}

test(`no slip in an entry goes unnoticed or stops the others (${SLIPS} entries)`, async () => {
  const county = makeCounty();
  const files = new Map<string, string>();
  for (const [index, made] of fc.sample(slips, { numRuns: SLIPS, seed: SEED }).entries()) {
    const whole = new Map<string, string>();
    addEntry(whole, 'school', 'news', 1000 + index, {
      title: '春耕现场会',
      summary: '要点：一是春耕',
      keywords: ['春耕', '备耕'],
      cover: { file: 'a.jpg', alt: '现场' },
    });
    const [path, text] = [...whole][0]!;
    county.files.set(path.replace('index.md', 'a.jpg'), 'x');
    files.set(path, Buffer.from(apply(text, made)).toString('utf8'));
  }
  for (const [path, text] of files) county.files.set(path, text);
  using library = new TestLibrary(county);
  await library.sync();
  const told = expectTold(library, files);
  const open = library.library();
  const shown = new Set([...open.numbers()].map(({ folder }) => `${folder}/index.md`));
  const silent = [...files].filter(([path]) => !told.has(path) && !shown.has(path));
  // Only a draft, which has neither number nor date, is neither shown nor told.
  for (const [path, text] of silent) expect([path, isDraft(text)]).toEqual([path, true]);
  expect(open.findings().filter(({ file }) => !files.has(file))).toEqual([]);
  expect(open.count('valley/*')).toBe(1);
  expect(shown.size).toBeGreaterThan(SLIPS / 20);
  expect(told.size).toBeGreaterThan(SLIPS / 4);
});

function isDraft(text: string): boolean {
  const data = load(text.split('---')[1] ?? '') as Record<string, unknown>;
  return data.index_number === undefined && data.published_at === undefined;
}

test(`no slip in a file of records stops the reading (${Math.ceil(SLIPS / 12)} files)`, async () => {
  using library = new TestLibrary(makeCounty());
  await library.sync();
  const records = [...makeCounty().files.keys()].filter((path) => path.endsWith('.yaml'));
  const cases = fc.sample(fc.tuple(fc.constantFrom(...records), slips), { numRuns: Math.ceil(SLIPS / 12), seed: SEED });
  for (const [path, made] of cases) {
    const county = makeCounty();
    county.files.set(path, Buffer.from(apply(county.files.get(path)!, made)).toString('utf8'));
    library.become(county);
    await library.sync();
    expectTold(library, county.files);
  }
  library.become(makeCounty());
  expect(await library.findings()).toEqual([]);
});
