import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { writeCounty } from '../cms/library/testing/made-up-county.ts';
import { countyOfTests } from '../cms/office/store/testing/test-office.ts';
import { killAtWork, type Told } from '../cms/office/workflow/testing/kill-at-work.ts';
import { build } from '../site/render/build.ts';
import { withAttachmentReader } from './attachment-reader.ts';
import { openOffice } from './open-office.ts';
import { today } from './today.ts';

const SCRIPT = fileURLToPath(new URL('./testing/busy-whole-office.ts', import.meta.url));
/** How often the office is killed: `KILLS=100 npx vitest run scripts/office.kills` for a long run. */
const KILLS = Number(process.env.KILLS ?? 4);

const place = mkdtempSync(join(tmpdir(), 'gongkai-office-kills-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));
const at = (name: string) => join(place, name);
const OPTIONS = {
  repository: at('portal.git'),
  content: at('content'),
  host: 'www.test.gov.example',
  state: at('state'),
  out: at('site'),
  publicSite: 'http://www.test.gov.example/',
};
writeCounty(at('content'), countyOfTests());
const git = (...args: string[]) => execFileSync('git', ['-C', at('portal.git'), ...args], { encoding: 'utf8' }).trim();

/** Kills the office with everything that it starts at some moment. @returns what it said it had accepted */
async function killOne(kill: number): Promise<Told[]> {
  const { told, ended } = await killAtWork({
    script: SCRIPT,
    options: { ...OPTIONS, seed: `${kill}` },
    acts: 2 + Math.floor(Math.random() * 12),
    later: Math.random() * 300,
    // Every fourth dies while it starts and recovers, the others at work.
    ...(kill % 4 === 3 && { early: 500 + Math.random() * 1500 }),
    isWhole: true,
  });
  expect(ended).toEqual([null, 'SIGKILL']);
  return told;
}

test(`${KILLS} kills of the whole office: nothing accepted is lost; main, index and public site agree after each`, async () => {
  await (await openOffice(OPTIONS)).close();
  const count = { saves: 0, publications: 0 };
  for (let kill = 0; kill < KILLS; kill++) {
    const told = await killOne(kill);
    const office = await openOffice(OPTIONS);
    const { store, workflow, library } = office.parts;
    const main = await store.main();
    const reachable = new Set(git('rev-list', '--all').split('\n'));
    expect(told.filter(({ act, version }) => (act === 'save' || act === 'submit') && !reachable.has(version))).toEqual([]);
    expect(await workflow.live.commit()).toBe(main);
    const published = told.filter(({ act }) => act === 'publish');
    for (const { number, commit } of published) {
      expect(reachable).toContain(commit);
      expect((await library.at()).entry(number)?.number).toBe(number);
      expect(readFileSync(at(`site/current/i/${number.replace('-', '/')}.html`), 'utf8')).toContain(number);
    }
    await office.close();
    count.saves += told.filter(({ act }) => act === 'save').length;
    count.publications += published.length;
  }
  const content = { repository: at('portal.git'), revision: 'main' };
  const fresh = await withAttachmentReader((reader) => build({ content, out: at('fresh'), today: today(), reader }));
  expect(readlinkSync(at('site/current'))).toBe(`store/${fresh.root}`);
  expect(git('fsck', '--full', '--strict', '--no-dangling')).toBe('');
  console.log(`${KILLS} kills, ${count.saves} saves accepted, ${count.publications} publications`);
  expect(count.saves).toBeGreaterThan(0);
}, 3_600_000);
