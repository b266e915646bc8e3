import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { news, personOf, TestOffice } from '../cms/office/store/testing/test-office.ts';
import { Workflow } from '../cms/office/workflow/workflow.ts';
import { keepTidy } from './keep-tidy.ts';

const place = new TestOffice();
afterAll(() => place[Symbol.dispose]());
afterEach(() => vi.useRealTimers());

const { repository } = place.options;
const folder = join(repository, 'objects', 'pack');
const filesIn = (pattern: RegExp) => readdirSync(folder).filter((name) => pattern.test(name));
const left = () => filesIn(/^\.?tmp/u);
const packs = () => filesIn(/\.pack$/u);

/** Puts 1,000 objects there, each in a file of its own, of which a ref knows three. */
function fill(from: number) {
  const blobs = Array.from({ length: 997 }, (_, nth) => `blob\ndata 200\n${`${from + nth} `.padEnd(200, 'x')}\n`).join('');
  const commit = `commit refs/heads/kept${from}\ncommitter a <a@b.example> 1 +0800\ndata 0\nM 100644 inline f\ndata 6\n${from + 100000}\n`;
  const settings = ['-c', 'fastimport.unpackLimit=1000000'];
  execFileSync('git', ['-C', repository, ...settings, 'fast-import', '--quiet'], { input: blobs + commit });
}

/** The process that packs. */
function packing(): number | undefined {
  const own = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'latin1').trim().split(' ').map(Number);
  return own.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('repack'));
}

/** Waits until the process that packs is in the middle, then ends it as a power cut does; false when that one was quicker. */
async function kill(isInTheMiddle: () => boolean): Promise<boolean> {
  while (packing() === undefined) await turn();
  for (let pid = packing(); pid !== undefined; pid = packing()) if (isInTheMiddle()) return process.kill(-pid, 'SIGKILL');
  return false;
}

/** What a killed process leaves becomes old. */
const age = () => {
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), 0, 0);
};

test('the repository is packed now and then; saves and reads beside it go on, and whenever it is killed, nothing is lost', async () => {
  const store = await place.open();
  const editor = await personOf(store, 'school-editor');
  const told: string[] = [];
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const tidy = keepTidy(new Workflow(store, async () => {}), (error) => told.push((error as Error).message));
  const accepted = new Map<string, { path: string; title: string }>();
  const save = async (nth: number) => {
    const [path, title] = [`entries/school/news/2026/20261126-${nth}`, `第${nth}条`];
    const { draft } = await store.save(editor, { folder: path, version: '', files: [{ name: 'index.md', bytes: news(title) }] });
    accepted.set(draft.version, { path, title });
  };
  /** Begins the work of ten minutes, and saves as long as it lasts. */
  let nth = 0;
  const pause = async (during?: Promise<unknown>) => {
    await vi.advanceTimersByTimeAsync(600_000);
    let isDone = false;
    const done = Promise.all([tidy.idle(), during]).then(() => (isDone = true));
    do await save(nth++);
    while (!isDone);
    await done;
  };
  const objects = () =>
    execFileSync('git', ['-C', repository, 'cat-file', '--batch-all-objects', '--batch-check', '--unordered'], { encoding: 'utf8' }).split(
      '\n',
    );

  await pause();
  expect(packs()).toEqual([]);

  let filled = 0;
  const fillMore = () => {
    for (let round = 0; round < 2; round++) fill(2000 * filled++);
  };
  let isKilled = false;
  while (!isKilled) {
    expect(filled).toBeLessThan(20);
    fillMore();
    await pause(kill(() => left().length > 0).then((is) => (isKilled = is)));
  }
  expect([told.length, left().length > 0]).toEqual([1, true]);
  const before = objects();
  age();
  await pause(kill(() => packs().length > 0));
  age();
  fillMore();
  await pause();
  told.splice(0);
  expect(left()).toEqual([]);
  expect(packs().map((name) => name.replace('.pack', '.idx'))).toEqual(filesIn(/\.idx$/u));
  expect(Number(/in-pack: (\d+)/u.exec(place.git('count-objects', '-v'))?.[1])).toBeGreaterThanOrEqual(3000);

  const after = new Set(objects());
  expect(before.filter((object) => !after.has(object))).toEqual([]);
  for (const [version, { path, title }] of accepted)
    expect((await store.repository.reader.read(`${version}:${path}/index.md`))?.bytes.toString()).toContain(title);
  expect(place.git('fsck', '--full', '--strict', '--no-dangling')).toBe('');

  fillMore();
  await vi.advanceTimersByTimeAsync(600_000);
  while (packing() === undefined) await turn();
  await tidy.stop();
  expect([told, packing()]).toEqual([[], undefined]);
  await store.close();
});
