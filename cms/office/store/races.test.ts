import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Conflict } from './refusal.ts';
import { news, personOf, review, TestOffice } from './testing/test-office.ts';

const FOLDERS = ['a', 'b'].map((slug) => `entries/school/news/2026/race-${slug}`);
const PEOPLE = ['school-editor', 'school-editor2', 'school-many'];

/** What one person does: open an entry, wait, save what they opened; the checks take some time as well. */
const work = fc.record({
  person: fc.constantFrom(...PEOPLE),
  folder: fc.constantFrom(...FOLDERS),
  think: fc.integer({ min: 0, max: 15 }),
  check: fc.integer({ min: 0, max: 15 }),
});

test('saves of several people at once: each accepted one is a commit of its own, whole, by its person, on what that person saw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(work, { minLength: 2, maxLength: 24 }), async (works) => {
      using office = new TestOffice({ many: true });
      const waits = new Map<string, number>();
      const slow: typeof review = async (change) => {
        await sleep(waits.get(Buffer.from(change.files[0]?.bytes ?? '').toString()) ?? 0);
        return review(change);
      };
      const store = await office.open({ review: slow });
      const accepted: { folder: string; person: string; title: string; base: string; version: string }[] = [];
      const refused: { seen: string; theirs: string | undefined }[] = [];
      await Promise.all(
        works.map(async ({ person, folder, think, check }, nth) => {
          const seen = (await store.entry(folder))?.version ?? '';
          await sleep(think);
          const title = `第${nth}次`;
          const index = news(title);
          waits.set(Buffer.from(index).toString(), check);
          const files = [
            { name: 'index.md', bytes: index },
            { name: 'same.txt', bytes: Buffer.from(title) },
          ];
          try {
            const { draft } = await store.save(await personOf(store, person), { folder, version: seen, files });
            accepted.push({ folder, person, title, base: seen, version: draft.version });
          } catch (error) {
            if (!(error instanceof Conflict)) throw error;
            refused.push({ seen, theirs: error.theirs?.version });
          }
        }),
      );
      expect(accepted.length + refused.length).toBe(works.length);
      for (const { seen, theirs } of refused) expect(theirs).not.toBe(seen);
      for (const folder of FOLDERS) {
        const mine = accepted.filter((each) => each.folder === folder);
        const draft = await store.draft(folder);
        expect(draft?.acts.length ?? 0).toBe(mine.length);
        for (const [at, act] of (draft?.acts ?? []).entries()) {
          const save = mine.find(({ version }) => version === act.commit)!;
          expect([act.person, save.base]).toEqual([save.person, at === 0 ? '' : draft!.acts[at - 1]!.commit]);
          const version = (await store.versions.draftAt(folder, act.commit))!;
          expect(version.text).toContain(`title: ${save.title}\n`);
          expect(Buffer.from(await store.file(version, 'same.txt')).toString()).toBe(save.title);
        }
      }
      expect(office.git('fsck', '--strict', '--no-dangling')).toBe('');
      await store.close();
    }),
    { numRuns: 12 },
  );
});
