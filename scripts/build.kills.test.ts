import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { addEntry, type MadeUpCounty, makeCounty, writeCounty } from '../cms/library/testing/made-up-county.ts';
import { build } from '../site/render/build.ts';
import { rehash } from '../site/render/rehash.ts';

/** More on request: KILLS=200 npx vitest run scripts/build.kills */
const KILLS = Number(process.env.KILLS ?? 15);
const GONGKAI = fileURLToPath(new URL('./gongkai.ts', import.meta.url));
const TODAY = '2026-03-20';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-kills-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A release is whole when its bytes still hash to its name. */
function expectWhole(out: string) {
  const id = basename(readlinkSync(join(out, 'current')));
  expect(rehash(join(out, 'store'), id)).toBe(id);
  return id;
}

/** Starts a build as a group of processes of its own and kills all of them after so many milliseconds. */
async function buildAndKill(content: string, out: string, milliseconds: number, full: boolean): Promise<'killed' | 'finished'> {
  const args = [GONGKAI, 'build', '--content', content, '--out', out, '--as-of', TODAY, ...(full ? ['--full'] : [])];
  const child: ChildProcess = spawn('node', args, { detached: true, stdio: 'ignore' });
  const ended = new Promise<'finished'>((resolve) => child.once('exit', () => resolve('finished')));
  const timer = new Promise<'killed'>((resolve) => setTimeout(() => resolve('killed'), milliseconds));
  const first = await Promise.race([ended, timer]);
  try {
    process.kill(-child.pid!, 'SIGKILL');
  } catch {
    // It ended in the meantime.
  }
  await ended;
  return first;
}

test(`a build killed at any moment leaves the last release whole and the next build right (${KILLS} kills)`, {
  timeout: 1_800_000,
}, async () => {
  const content = join(folder, 'content');
  const out = join(folder, 'out');
  let county: MadeUpCounty = makeCounty();
  writeCounty(content, county);
  let last = (await build({ content: { folder: content }, out, today: TODAY })).root;
  let killed = 0;
  for (let round = 1; round <= KILLS; round++) {
    const before = county;
    county = { files: new Map(before.files) };
    for (let n = 0; n < 12; n++)
      addEntry(county.files, n % 2 ? 'school' : 'valley', 'news', 20 + ((round * 7 + n) % 60), { title: `第${round}轮第${n}条` });
    writeCounty(content, county, before);
    // Spread over the whole life of a build, which takes about half a second here.
    const moment = 60 + ((round * 37) % 29) * 28;
    if ((await buildAndKill(content, out, moment, round % 3 === 0)) === 'killed') killed++;
    const shown = expectWhole(out);
    const next = await build({ content: { folder: content }, out, today: TODAY });
    expect([last, next.root]).toContain(shown);
    expect(expectWhole(out)).toBe(next.root);
    last = next.root;
  }
  const fresh = await build({ content: { folder: content }, out: join(folder, 'fresh'), today: TODAY });
  expect(last).toBe(fresh.root);
  expect(killed).toBeGreaterThan(KILLS / 4);
  expect(existsSync(join(out, 'current', 'index.html'))).toBe(true);
});
