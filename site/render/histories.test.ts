import { appendFileSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { edit } from '../../cms/library/testing/edits.ts';
import { addEntry, makeCounty, writeCounty } from '../../cms/library/testing/made-up-county.ts';
import { build, type Progress } from './build.ts';
import { rehash } from './rehash.ts';
import { takeOff } from './take-off.ts';

/** More on request: HISTORIES=300 npx vitest run site/render/histories */
const HISTORIES = Number(process.env.HISTORIES ?? 20);

const folder = mkdtempSync(join(tmpdir(), 'gongkai-histories-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DAYS = ['2026-03-01', '2026-03-05', '2026-03-09', '2026-12-01'];

test('an entry is taken off while a build runs: the release is whole without it, and the next build equals a full one', async () => {
  const place = join(folder, 'taken-off');
  const [content, out, today] = [{ folder: join(place, 'content') }, join(place, 'out'), '2026-03-01'];
  const county = makeCounty();
  county.files.set('entries/school/news/2026/202603-00002/list.txt', '名单\n');
  for (let n = 20; n < 80; n++) addEntry(county.files, 'valley', 'news', n, { title: `第${n}条` });
  writeCounty(content.folder, county);
  await build({ content, out, today });
  const stop = new AbortController();
  const onProgress: Progress = (stage) => stage === 'render' && stop.abort();
  await expect(build({ content, out, today, full: true, stop: stop.signal, onProgress })).rejects.toThrow('This operation was aborted');
  const shelf = () => readdirSync(join(out, 'current', 'i', '990101003', '202603')).sort();
  expect(shelf()).toEqual(['00001.html', '00002-list.txt', '00002.html', '00003.html', '00009.html']);
  await takeOff(out, '990101003/202603-00002');
  expect(shelf()).toEqual(['00001.html', '00003.html', '00009.html']);
  const release = basename(readlinkSync(join(out, 'current')));
  expect(rehash(join(out, 'store'), release)).toBe(release);
  rmSync(join(content.folder, 'entries/school/news/2026/202603-00002'), { recursive: true });
  const { root } = await build({ content, out, today });
  expect(root).toBe((await build({ content, out: join(place, 'full'), today })).root);
  expect(readdirSync(join(out, 'store')).filter((name) => name.startsWith('.'))).toEqual([]);

  // Taken off and mended before anything was built: search still knows it, though its former page is gone.
  await takeOff(out, '990101003/202603-00001');
  appendFileSync(join(content.folder, 'entries/school/news/2026/202603-00001/index.md'), '\n已经改正。\n');
  const mended = await build({ content, out, today });
  expect(mended.root).toBe((await build({ content, out: join(place, 'full'), today, full: true })).root);
});

test(`after any history, an incremental build equals a full one, byte for byte (${HISTORIES} histories)`, {
  timeout: 1_800_000,
}, async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.array(edit, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 3 }),
      async (history) => {
        const place = join(folder, String(run++));
        const content = { folder: join(place, 'content') };
        let county = makeCounty();
        writeCounty(content.folder, county);
        await build({ content, out: join(place, 'incremental'), today: '2026-03-01' });
        let today = '2026-03-01';
        let root = '';
        for (const [edits, day] of history) {
          const before = county;
          county = { files: new Map(before.files) };
          for (const { run } of edits) run(county);
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
