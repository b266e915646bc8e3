import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { makeCounty, writeCounty } from '../../cms/library/made-up-county.ts';
import { edit } from '../../cms/library/testing/edits.ts';
import { build } from './build.ts';
import { rehash } from './rehash.ts';

/** More on request: HISTORIES=300 npx vitest run site/render/histories */
const HISTORIES = Number(process.env.HISTORIES ?? 20);

const folder = mkdtempSync(join(tmpdir(), 'gongkai-histories-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DAYS = ['2026-03-01', '2026-03-05', '2026-03-09', '2026-12-01'];

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
