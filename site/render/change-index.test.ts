import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { addEntry, makeCounty, UNITS, writeCounty } from '../../cms/library/testing/made-up-county.ts';
import { build } from './build.ts';
import { takeOff } from './take-off.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-index-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ENTRIES = 120;
const today = '2026-04-01';
const entry = fc.record({
  unit: fc.constantFrom('school' as const, 'valley' as const),
  day: fc.integer({ min: 10, max: 28 }),
  words: fc.nat(),
});
const which = fc.nat();
const edit = fc.oneof(
  fc.record({ how: fc.constant('publish' as const), entry }),
  fc.record({
    how: fc.constantFrom('remove' as const, 'change' as const, 'take off and remove' as const, 'take off and change' as const),
    which,
  }),
  fc.record({ how: fc.constant('date' as const), which, day: fc.integer({ min: 10, max: 28 }) }),
);

test('with many entries the index is changed and not made anew, and equals one that is', { timeout: 1_800_000 }, async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { minLength: ENTRIES, maxLength: ENTRIES }),
      fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 6, maxLength: 6 }),
      async (entries, history) => {
        const place = join(folder, String(run++));
        const [content, out] = [{ folder: join(place, 'content') }, join(place, 'out')];
        let county = makeCounty();
        let last = 100;
        const publish = ({ unit, day, words }: (typeof entries)[number]) =>
          addEntry(county.files, unit, 'news', last++, {
            title: `第${words % 300}号${String.fromCharCode(0x4e00 + (words % 500), 0x4e00 + (words % 700))}`,
            published_at: `2026-03-${day} 10:00`,
          });
        for (const each of entries) publish(each);
        writeCounty(content.folder, county);
        await build({ content, out, today });
        for (const edits of history) {
          const before = county;
          county = { files: new Map(before.files) };
          for (const each of edits) {
            if (each.how === 'publish') {
              publish(each.entry);
              continue;
            }
            const paths = [...county.files.keys()].filter((path) => /news\/2026\/202603-001\d\d\/index\.md$/u.test(path));
            const path = paths[each.which % paths.length]!;
            const [, unit, , , slug] = path.split('/') as [string, keyof typeof UNITS, string, string, string];
            const text = county.files.get(path)!;
            if (each.how.startsWith('take off')) await takeOff(out, `${UNITS[unit]}/${slug}`);
            if (each.how.endsWith('remove')) county.files.delete(path);
            else if (each.how === 'date') county.files.set(path, text.replace(/2026-03-\d\d/u, `2026-03-${each.day}`));
            else county.files.set(path, `${text}\n又改了${each.which}。\n`);
          }
          writeCounty(content.folder, county, before);
          await build({ content, out, today });
        }
        const { root } = await build({ content, out, today });
        expect(root).toBe((await build({ content, out: join(place, 'full'), today })).root);
        rmSync(place, { recursive: true });
      },
    ),
    { numRuns: Number(process.env.HISTORIES ?? 2), seed: Number(process.env.SEED ?? 20261127), endOnFailure: true },
  );
});
