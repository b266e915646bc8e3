import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { dump as toYaml } from 'js-yaml';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { faultsOf } from '../model/testing/wording.ts';
import { Folder } from './folder.ts';
import { Library } from './library.ts';
import type { Source, SourceFile } from './source.ts';
import { sync } from './sync.ts';
import { history, replay } from './testing/edits.ts';
import { addEntry, type MadeUpCounty, makeCounty, toColumns, toUnit } from './testing/made-up-county.ts';
import { dump, TestLibrary, TODAY } from './testing/test-library.ts';

/** More on request: HISTORIES=2000 KILLS=200 npx vitest run cms/library */
const HISTORIES = Number(process.env.HISTORIES ?? 30);
const KILLS = Number(process.env.KILLS ?? 8);

const NEWS = 'entries/school/news/2026/202603-00001/index.md';

/** What an index made anew from the same folder says. */
async function fresh(library: TestLibrary): Promise<string> {
  const index = join(library.place, 'fresh.db');
  rmSync(index, { force: true });
  await library.sync(index);
  const made = Library.open(index, TODAY);
  const says = dump(made);
  made.close();
  return says;
}
const now = (library: TestLibrary) => dump(library.library());

describe('reads only what it must', () => {
  class Counting extends Folder implements Source {
    reads: string[] = [];
    override *read(files: readonly SourceFile[]) {
      this.reads.push(...files.map(({ path }) => path));
      yield* super.read(files);
    }
  }
  const count = async (library: TestLibrary) => {
    const source = new Counting(library.root);
    const { generation, read } = await sync(library.index, source);
    return { generation, read, paths: source.reads };
  };
  /** As if it were an hour later: nothing has been changed just now. */
  const later = () => vi.spyOn(Date, 'now').mockReturnValue(performance.timeOrigin + performance.now() + 3_600_000);
  afterEach(() => vi.restoreAllMocks());

  test('nothing in an unchanged library', async () => {
    using library = new TestLibrary(makeCounty());
    later();
    const first = await count(library);
    expect(first.read).toBe(14);
    expect(await count(library)).toEqual({ generation: first.generation, read: 0, paths: [] });
  });

  test('files changed just now once more, in case they change within the clock’s tick', async () => {
    using library = new TestLibrary(makeCounty());
    const first = await count(library);
    const second = await count(library);
    expect({ ...second, paths: second.paths.length }).toEqual({ generation: first.generation, read: 0, paths: 14 });
    later();
    expect((await count(library)).paths).toHaveLength(14);
    expect((await count(library)).paths).toEqual([]);
  });

  test('one changed file, and a touched but equal one without any consequence', async () => {
    using library = new TestLibrary(makeCounty());
    later();
    const { generation } = await count(library);
    await wait(30);
    appendFileSync(library.path(NEWS), '\n又一段。\n');
    expect(await count(library)).toEqual({ generation: generation + 1, read: 1, paths: [NEWS] });
    expect([...(library.library().changedSince(generation) ?? [])].sort()).toEqual([
      'c:990101003/2026-1',
      'e:990101003/202603-00001',
      `f:${NEWS}`,
      'l:*/*@0',
      'l:county/all-news@0',
      'l:school/*@0',
      'l:school/news@0',
      'l:topic/spring@0',
    ]);
    await wait(30);
    utimesSync(library.path(NEWS), new Date(), new Date());
    expect(await count(library)).toEqual({ generation: generation + 1, read: 0, paths: [NEWS] });
    expect(library.library().changedSince(generation + 1)).toEqual(new Set());
  });

  test('a file of the same size and time is told by its change time', async () => {
    using library = new TestLibrary(makeCounty());
    const before = statSync(library.path(NEWS));
    later();
    const { generation } = await count(library);
    await wait(30);
    writeFileSync(library.path(NEWS), readFileSync(library.path(NEWS), 'utf8').replace('第1次', '第9次'));
    utimesSync(library.path(NEWS), before.atimeMs / 1000, before.mtimeMs / 1000);
    expect(await count(library)).toEqual({ generation: generation + 1, read: 1, paths: [NEWS] });
  });

  test('all files of records when one of them changed, and the entries not at all', async () => {
    using library = new TestLibrary(makeCounty());
    later();
    const { generation } = await count(library);
    await wait(30);
    library.write('units/school.yaml', toYaml({ ...toUnit('school', 1), motto: '办好每一所学校。' }));
    const { read, paths } = await count(library);
    expect(read).toBe(1);
    expect(paths.filter((path) => path.startsWith('entries/'))).toEqual([]);
    expect([...(library.library().changedSince(generation) ?? [])].sort()).toEqual(['f:units/school.yaml', 'unit:school', 'units']);
  });
});

describe('follows', () => {
  const titles = (library: TestLibrary, list: string) =>
    library
      .library()
      .latest(list, 100)
      .map(({ data }) => data.title);

  test('an entry that is deleted, and one that is moved', async () => {
    using library = new TestLibrary(makeCounty());
    await library.sync();
    expect(titles(library, 'county/all-news')).toEqual(['第3次教研活动', '第2次教研活动', '山谷乡修通道路', '第1次教研活动']);
    library.remove(NEWS);
    await library.sync();
    expect(titles(library, 'county/all-news')).toEqual(['第3次教研活动', '第2次教研活动', '山谷乡修通道路']);
    expect(library.library().entry('990101003/202603-00001')).toBeUndefined();
    expect(library.library().count('topic/spring')).toBe(0);
    renameSync(library.path('entries/school/news/2026/202603-00002'), library.path('entries/school/news/2026/moved'));
    await library.sync();
    expect(library.library().entry('990101003/202603-00002')?.folder).toBe('entries/school/news/2026/moved');
    expect(titles(library, 'school/news')).toEqual(['第3次教研活动', '第2次教研活动']);
    expect(now(library)).toBe(await fresh(library));
  });

  test('a unit that gets another id', async () => {
    using library = new TestLibrary(makeCounty());
    await library.sync();
    const { generation } = library.library();
    renameSync(library.path('units/school.yaml'), library.path('units/schools.yaml'));
    await library.sync();
    expect(library.library().count('school/news')).toBe(0);
    expect(library.library().changedSince(generation)).toBeUndefined();
    renameSync(library.path('entries/school'), library.path('entries/schools'));
    await library.sync();
    expect(library.library().findings()).toEqual([]);
    expect(library.library().count('schools/news')).toBe(3);
    expect(library.library().count('county/all-news')).toBe(4);
    expect(now(library)).toBe(await fresh(library));
  });

  test('the columns that a unit keeps', async () => {
    using library = new TestLibrary(makeCounty());
    await library.sync();
    library.write('units/school.yaml', toYaml({ ...toUnit('school', 1), columns: ['lists'] }));
    await library.sync();
    expect(library.library().findings()).toHaveLength(4);
    expect(library.library().count('county/all-news')).toBe(1);
    library.write('units/school.yaml', toYaml(toUnit('school', 1)));
    await library.sync();
    expect(library.library().findings()).toEqual([]);
    expect(library.library().count('county/all-news')).toBe(4);
  });

  test('what a portal column gathers, and from whom', async () => {
    using library = new TestLibrary(makeCounty());
    await library.sync();
    const gather = async (fields: object) => {
      library.write('columns.yaml', toYaml(toColumns().map((column) => (column.id === 'all-news' ? { ...column, ...fields } : column))));
      await library.sync();
      return titles(library, 'county/all-news');
    };
    expect(await gather({ gathers_from: ['township'] })).toEqual(['山谷乡修通道路']);
    expect(await gather({ gathers: ['lists', 'news'] })).toHaveLength(5);
    expect(await gather({})).toHaveLength(4);
  });

  test('what an entry names, even while the entry itself is not public', async () => {
    const county = makeCounty();
    const policy = 'entries/county/policy/2026/202603-00001/index.md';
    const text = county.files.get(policy)!;
    const fields = { interprets: ['990101000/202603-00001'], form: 'text', interpreter: '教育局' };
    addEntry(county.files, 'school', 'interpretation', 60, { ...fields, column: 'moon' });
    addEntry(county.files, 'school', 'interpretation', 61, {
      ...fields,
      column: 'interpretation',
      index_number: undefined,
      published_at: undefined,
    });
    using library = new TestLibrary(county);
    const lost = (lines: string[]) => lines.filter((line) => line.includes('没有对应的条目'));
    expect(lost(await library.findings())).toEqual([]);
    library.remove(policy);
    expect(lost(await library.findings())).toHaveLength(2);
    library.write(policy, text);
    expect(lost(await library.findings())).toEqual([]);
  });

  test('what must be mended and then goes', async () => {
    const county = makeCounty();
    using library = new TestLibrary(county);
    library.write('topics/spring.yaml', 'title: [');
    expect((await library.findings()).map((line) => line.split(':')[0])).toEqual(['topics/spring.yaml']);
    library.remove('topics/spring.yaml');
    expect((await library.findings()).map((line) => line.split(':')[0])).toEqual([NEWS]);
    library.write('units/valley.yaml', '{');
    expect((await library.findings()).map((line) => line.split(':')[0])).toEqual([NEWS, 'units/valley.yaml']);
    library.remove('units/valley.yaml');
    expect((await library.findings()).map((line) => line.split(':')[0])).toEqual([NEWS, 'entries/valley/news/2026/202603-00001/index.md']);
  });

  test('pictures and their sizes', async () => {
    using library = new TestLibrary(makeCounty());
    // A PNG file of 2 × 3 pixels: its signature and head are all that is read.
    const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000002000000030802000000', 'hex');
    library.write('entries/school/news/2026/202603-00001/a.png', png);
    library.write('entries/school/news/2026/202603-00001/b.png', 'no picture');
    library.write('images/a.png', png);
    await library.sync();
    const files = library.library().entry('990101003/202603-00001')!.files;
    expect([...files.keys()]).toEqual(['a.png', 'b.png']);
    expect(files.get('a.png')).toMatchObject({ name: 'a.png', size: 29, width: 2, height: 3 });
    expect(files.get('b.png')).not.toHaveProperty('width');
    expect(library.library().file('images/a.png')).toMatchObject({ width: 2, height: 3 });
    expect(library.library().file('images/none.png')).toBeUndefined();
    expect(
      library
        .library()
        .stored.filesIn('images')
        .map(({ name }) => name),
    ).toEqual(['a.png', 'mark.svg']);
  });
});

/** Every finding is put in an editor's words and at a place that there is. */
function expectTold(library: TestLibrary, county: MadeUpCounty) {
  for (const { file, line, column, message } of library.library().findings()) {
    expect([message, faultsOf(message)]).toEqual([message, []]);
    const lines = county.files.get(file)?.split('\n') ?? [''];
    expect(line, `${file}:${line}`).toBeLessThanOrEqual(lines.length);
    expect(column, `${file}:${line}:${column}`).toBeLessThanOrEqual([...(lines[line - 1] ?? '')].length + 1);
  }
}

test(`after any history, an index brought up to date equals one made anew (${HISTORIES} histories)`, async () => {
  await fc.assert(
    fc.asyncProperty(history, async (parts) => {
      using library = new TestLibrary(makeCounty());
      await library.sync();
      for (const county of replay(parts)) {
        library.become(county);
        await library.sync();
        expect(now(library)).toBe(await fresh(library));
        expectTold(library, county);
      }
    }),
    { numRuns: HISTORIES, seed: Number(process.env.SEED ?? 20261122), endOnFailure: false },
  );
});

test('thousands of files are read in threads, with the same result', async () => {
  const county = makeCounty();
  for (let n = 0; n < 3100; n++) addEntry(county.files, n % 2 ? 'school' : 'valley', 'news', 100 + n, { title: n % 500 ? `第${n}条` : '' });
  using library = new TestLibrary(county);
  const progress: [number, number][] = [];
  const { read } = await sync(library.index, new Folder(library.root), (done, of) => progress.push([done, of]));
  expect(read).toBe(3114);
  expect(progress.at(-1)).toEqual([3114, 3114]);
  expect(library.library().count('*/*')).toBe(6 + 3100 - 7);
  expect(library.library().findings()).toHaveLength(7);
  const first = now(library);
  await library.sync();
  expect(now(library)).toBe(first);
});

test('thousands of files are compared in threads: what came, went or changed anywhere is told, and nothing else', async () => {
  const county = makeCounty();
  const units = ['county', 'school', 'valley'] as const;
  for (let n = 0; n < 6000; n++) addEntry(county.files, units[n % 3]!, 'news', 100 + n, {});
  using library = new TestLibrary(county);
  const at = (n: number) => `entries/${units[n % 3]}/news/2026/202603-${String(100 + n).padStart(5, '0')}/index.md`;
  const later = vi.spyOn(Date, 'now').mockReturnValue(performance.timeOrigin + performance.now() + 3_600_000);
  await library.sync();
  const compare = () => new Folder(library.root).compare(library.index);
  expect(await compare()).toEqual({ changed: [], gone: [] });

  for (const n of [3, 4, 5]) library.write(at(n), `${readFileSync(library.path(at(n)), 'utf8')}又一段。\n`);
  for (const n of [6, 7, 8]) library.remove(at(n));
  library.write('entries/valley-2/news/2026/202603-00001/index.md', '');
  library.write('images/new.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const { changed, gone } = await compare();
  expect(changed.map(({ path }) => path).sort()).toEqual(
    [...[3, 4, 5].map(at), 'entries/valley-2/news/2026/202603-00001/index.md', 'images/new.svg'].sort(),
  );
  expect(gone.sort()).toEqual([6, 7, 8].map(at).sort());
  library.remove('entries/school');
  await library.sync();
  expect(now(library)).toBe(await fresh(library));
  later.mockRestore();
});

describe('an index that is not as it was left', () => {
  const whole = async () => {
    const library = new TestLibrary(makeCounty());
    await library.sync();
    return library;
  };
  const expectMended = async (library: TestLibrary) => {
    await library.sync();
    expect(now(library)).toBe(await fresh(library));
    const { generation } = library.library();
    expect((await library.sync()).generation).toBe(generation);
  };

  test('garbage is replaced', async () => {
    for (const garbage of [
      '',
      'x',
      'SQLite format 3\0',
      Buffer.alloc(100_000, 7),
      Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8192, 255)]),
    ]) {
      using library = await whole();
      writeFileSync(library.index, garbage);
      await expectMended(library);
    }
  });

  test('a file cut short anywhere is replaced', async () => {
    using library = await whole();
    const { size } = statSync(library.index);
    const good = `${library.index}.good`;
    copyFileSync(library.index, good);
    for (const length of [1, 50, 99, 100, 512, 4095, 4096, 4097, 8192, size / 2, size - 4096, size - 1]) {
      for (const end of ['-wal', '-shm']) rmSync(library.index + end, { force: true });
      copyFileSync(good, library.index);
      truncateSync(library.index, Math.floor(length));
      await expectMended(library);
    }
  });

  test('pages that the next sync stumbles over are no obstacle', async () => {
    using library = await whole();
    const { size } = statSync(library.index);
    const good = readFileSync(library.index);
    for (let page = 0; page * 4096 < size; page++)
      for (const filling of [0, 0xff, 0x41]) {
        const bad = Buffer.from(good);
        bad.fill(filling, page * 4096, (page + 1) * 4096);
        for (const end of ['-wal', '-shm']) rmSync(library.index + end, { force: true });
        writeFileSync(library.index, bad);
        await library.sync();
      }
  });

  test('an index of other code is replaced, and nobody takes it for the one before', async () => {
    using library = await whole();
    const { generation } = library.library();
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(library.index);
    database.exec('PRAGMA user_version = 12345; DELETE FROM finding; UPDATE entry SET json = replace(json, 1, 2)');
    database.close();
    await expectMended(library);
    expect(library.library().generation).toBeGreaterThan(generation);
    expect(library.library().changedSince(generation)).toBeUndefined();
  });

  test('what a dead writer left beside it does not matter', async () => {
    using library = await whole();
    for (const end of ['.new', '.new-wal', '.new-shm', '.new-journal']) writeFileSync(library.index + end, 'x'.repeat(10_000));
    rmSync(library.index);
    await expectMended(library);
    expect(existsSync(`${library.index}.new`)).toBe(false);
  });
});

test('processes that make the same index at once do not disturb each other', async () => {
  const script = fileURLToPath(new URL('./testing/sync-when-told.ts', import.meta.url));
  const county = makeCounty();
  for (let n = 0; n < 300; n++) addEntry(county.files, n % 2 ? 'school' : 'valley', 'news', 100 + n, { title: `第${n}条` });
  using library = new TestLibrary(county);
  writeFileSync(`${library.index}.lock`, 'no database '.repeat(100));
  const children = [1, 2, 3].map(() => spawn(process.execPath, [script, library.root, library.index], { stdio: ['pipe', 'pipe', 'pipe'] }));
  await Promise.all(children.map((child) => once(child.stdout, 'data')));
  const ends = children.map(async (child) => {
    const said = await Promise.race([once(child.stdout, 'data').then(String), once(child.stderr, 'data').then(String)]);
    child.kill('SIGKILL');
    return said;
  });
  for (const child of children) child.stdin.write('go\n');
  expect(await Promise.all(ends)).toEqual(['done\n', 'done\n', 'done\n']);
  await library.sync();
  expect(now(library)).toBe(await fresh(library));
  expect(existsSync(`${library.index}.new`)).toBe(false);
});

test(`a sync killed at any moment leaves an index that the next one makes right (${KILLS} kills)`, async () => {
  const script = fileURLToPath(new URL('./testing/sync-when-told.ts', import.meta.url));
  let county = makeCounty();
  for (let n = 0; n < 150; n++) addEntry(county.files, n % 2 ? 'school' : 'valley', 'news', 100 + n, { title: `第${n}条` });
  using library = new TestLibrary(county);
  await library.sync();
  let killed = 0;
  let longest = 60;
  for (let round = 0; round < KILLS; round++) {
    county = { files: new Map(county.files) };
    for (let n = 0; n < 100; n++)
      addEntry(county.files, n % 2 ? 'school' : 'valley', 'news', 100 + ((round * 31 + n) % 250), { title: `第${round}轮第${n}条` });
    if (round % 4 === 1)
      county.files.set('columns.yaml', toYaml(toColumns().map((column) => ({ ...column, description: `第${round}轮。` }))));
    library.become(county);
    if (round % 3 === 2) rmSync(library.index);
    const child = spawn(process.execPath, [script, library.root, library.index], { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    const started = performance.now();
    const done = Promise.race([once(child.stdout, 'data').then(() => true), wait(longest * ((round % 10) / 10)).then(() => false)]);
    child.stdin.write('go\n');
    if (await done) longest = Math.max(20, performance.now() - started);
    else killed++;
    child.kill('SIGKILL');
    await once(child, 'exit');
    await library.sync();
    expect(now(library)).toBe(await fresh(library));
  }
  expect(killed).toBeGreaterThan(KILLS / 3);
});
