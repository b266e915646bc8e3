import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { TestOffice } from '../store/testing/test-office.ts';
import { killAtWork, type Told } from './testing/kill-at-work.ts';
import { Workflow } from './workflow.ts';

const SCRIPT = fileURLToPath(new URL('./testing/busy-office.ts', import.meta.url));
/** How often the office is killed: `KILLS=1000 npx vitest run cms/office/workflow/kills.test.ts` for a long run. */
const KILLS = Number(process.env.KILLS ?? 12);

/** Kills an office at some moment, with or without its Git processes. @returns what it said it had accepted */
async function killOne(office: TestOffice, kill: number): Promise<Told[]> {
  const { repository, key, host } = office.options;
  const { told, ended } = await killAtWork({
    script: SCRIPT,
    options: { place: office.place, seed: `${kill}`, repository, key, host },
    acts: 1 + Math.floor(Math.random() * 10),
    later: Math.random() * 150,
    // Every fourth dies while it starts and recovers, the others at work.
    ...(kill % 4 === 0 && { early: 300 + Math.random() * 600 }),
    isWhole: kill % 2 === 0,
  });
  expect(ended).toEqual([null, 'SIGKILL']);
  return told;
}

test(`${KILLS} kills at any moment: no accepted save is lost, main and the public site agree, no number is used twice`, async () => {
  using office = new TestOffice();
  await (await office.open()).close();
  const live = join(office.place, 'live');
  let saves = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const told = await killOne(office, kill);
    const store = await office.open();
    const workflow = new Workflow(store, async (commit) => {
      writeFileSync(`${live}.next`, commit);
      renameSync(`${live}.next`, live);
    });
    await workflow.recover();
    const main = await store.main();
    const reachable = new Set(office.git('rev-list', '--all').split('\n'));
    const lost = told.filter(({ act, version }) => (act === 'save' || act === 'submit') && !reachable.has(version));
    expect(lost).toEqual([]);
    const published = told.filter(({ act }) => act === 'publish');
    expect(published.filter(({ commit }) => !reachable.has(commit))).toEqual([]);
    expect(await workflow.live.commit()).toBe(main);
    expect(readFileSync(live, 'utf8')).toBe(main);
    for (const draft of await store.drafts()) {
      const title = /^title: '?(.*?)'?$/mu.exec(draft.text)?.[1];
      expect(Buffer.from(await store.file(draft, 'a.txt')).toString()).toBe(title);
      expect((await workflow.progress(draft)).owed).not.toEqual([]);
    }
    const numbers = office.git('grep', '-h', '^index_number', 'main', '--', 'entries/school').split('\n');
    expect(new Set(numbers).size).toBe(numbers.length);
    saves += told.filter(({ act }) => act === 'save').length;
    await store.close();
  }
  expect(office.git('fsck', '--full', '--strict', '--no-dangling')).toBe('');
  const publications = Number(office.git('rev-list', '--count', '--first-parent', 'main')) - 2;
  console.log(`${KILLS} kills, ${saves} saves accepted, ${publications} publications`);
  expect(saves).toBeGreaterThan(KILLS);
  expect(publications).toBeGreaterThan(0);
}, 3_600_000);
