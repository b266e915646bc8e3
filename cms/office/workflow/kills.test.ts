import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { TestOffice } from '../store/testing/test-office.ts';
import { Workflow } from './workflow.ts';

const SCRIPT = fileURLToPath(new URL('./testing/busy-office.ts', import.meta.url));
/** How often the office is killed: `KILLS=1000 npx vitest run cms/office/workflow/kills.test.ts` for a long run. */
const KILLS = Number(process.env.KILLS ?? 12);

interface Told {
  act: 'ready' | 'save' | 'submit' | 'publish';
  folder: string;
  version: string;
  number: string;
  commit: string;
}

/** Runs an office, kills it at some moment, with or without its Git processes. @returns what it said it had accepted */
async function killOne(office: TestOffice, kill: number): Promise<Told[]> {
  const { repository, key, host } = office.options;
  const child = spawn(process.execPath, [SCRIPT, JSON.stringify({ place: office.place, seed: `${kill}`, repository, key, host })], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told: Told[] = [];
  const lines = createInterface({ input: child.stdout });
  /** Acts after which it dies: by what it has done and not by the clock, so that a slow machine kills it at work as well. */
  const acts = 1 + Math.floor(Math.random() * 10);
  const isAtWork = new Promise<void>((resolve) =>
    lines.on('line', (line) => {
      if (told.push(JSON.parse(line) as Told) === acts) resolve();
    }),
  );
  const ended = Promise.all([once(child, 'exit'), once(lines, 'close')]).then(([[, signal]]) => signal as string | null);
  // Every fourth dies while it starts and recovers, the others at work.
  if (kill % 4 === 0) await sleep(300 + Math.random() * 600);
  else {
    await Promise.race([isAtWork, ended]);
    await sleep(Math.random() * 150);
  }
  if (child.exitCode === null) process.kill(kill % 2 === 0 ? -child.pid! : child.pid!, 'SIGKILL');
  expect(await ended).toBe('SIGKILL');
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
  const publications = Number(office.git('rev-list', '--count', '--first-parent', 'main')) - 1;
  console.log(`${KILLS} kills, ${saves} saves accepted, ${publications} publications`);
  expect(saves).toBeGreaterThan(KILLS);
  expect(publications).toBeGreaterThan(0);
}, 3_600_000);
