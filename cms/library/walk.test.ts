import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { toListed, walkBelow } from './walk.ts';

/** What can happen in a folder of content between two walks, each with the number of an entry and of a file in it. */
const DEEDS = {
  add: (file: string) => writeFileSync(file, 'added'),
  edit: (file: string) => writeFileSync(file, `${readFileSync(file, 'utf8')}.`),
  remove: (file: string) => rmSync(file, { recursive: true }),
  replace: (file: string) => {
    writeFileSync(`${file}.new`, 'replaced');
    renameSync(`${file}.new`, file);
  },
  folder: (file: string) => {
    mkdirSync(file);
    writeFileSync(join(file, 'deep.md'), 'deep');
  },
  link: (file: string) => symlinkSync('index.md', file),
  move: (file: string) => renameSync(join(file, '..'), join(file, '..', '..', 'moved')),
};
const deed = fc.tuple(fc.constantFrom(...(Object.keys(DEEDS) as (keyof typeof DEEDS)[])), fc.nat(3), fc.nat(3));

test('a walk that lists only what changed finds what a walk that lists everything finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(deed, { maxLength: 3 }), { minLength: 1, maxLength: 4 }), async (rounds) => {
      const root = mkdtempSync(join(tmpdir(), 'walk-'));
      try {
        for (const entry of ['0', '1', '2', '3']) {
          mkdirSync(join(root, 'entries', entry), { recursive: true });
          for (const file of ['index.md', '1', '2'].slice(Number(entry) % 2)) writeFileSync(join(root, 'entries', entry, file), entry);
        }
        const walk = { root, settled: Number.MAX_SAFE_INTEGER };
        let before = walkBelow(walk, 'entries');
        for (const deeds of rounds) {
          await sleep(12);
          for (const [name, entry, file] of deeds)
            try {
              DEEDS[name](join(root, 'entries', String(entry), file === 0 ? 'index.md' : String(file)));
            } catch {}
          const known = new Map(before.map(({ path, stamp }) => [path, stamp]));
          const all = walkBelow(walk, 'entries');
          expect(walkBelow(walk, 'entries', toListed(known)).sort(byPath)).toEqual(all.toSorted(byPath));
          before = all;
        }
      } finally {
        rmSync(root, { recursive: true });
      }
    }),
    { numRuns: 60 },
  );
});

test('what has just been added to a folder is found even if the clock did not move', () => {
  const root = mkdtempSync(join(tmpdir(), 'walk-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'a'));
  writeFileSync(join(root, 'a', 'index.md'), '');
  const walk = { root, settled: Date.now() - 2000 };
  const known = new Map(walkBelow(walk, 'a').map(({ path, stamp }) => [path, stamp]));
  writeFileSync(join(root, 'a', 'list.csv'), '');
  expect(walkBelow(walk, 'a', toListed(known)).map(({ path }) => path)).toEqual(['a/index.md', 'a/list.csv']);
});

const byPath = (one: { path: string }, other: { path: string }): number => (one.path < other.path ? -1 : 1);
