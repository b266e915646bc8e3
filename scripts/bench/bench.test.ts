import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { CheckResults } from './check/report-checks.ts';
import type { CrowdFigures } from './office/crowd/report-crowd.ts';
import type { OfficeFigures } from './office/report-office.ts';
import type { Results } from './results.ts';
import { onTurn } from './testing/on-turn.ts';
import type { VerifyFigures } from './verify/report-verify.ts';

const GONGKAI = fileURLToPath(new URL('../gongkai.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bench = (...args: string[]) => run('build', ...args);

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('node', [GONGKAI, 'bench', ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const IS_LINUX = process.platform === 'linux';

test.each([
  [['--sizes', '1x'], '--sizes 要写成“1k,10k”这样，用逗号分开。\n'],
  [['--runs', '0'], '--runs 要写 1 到 99 之间的数字。\n'],
  [['--pause', 'x'], '--pause 要写 0 到 999 之间的秒数。\n'],
  [['--tools', 'hugo,jekyll'], '--tools 里没有“jekyll”。可以写：gongkai、hugo、hugo-uncached、hugo-pagefind、eleventy、astro。\n'],
  [['--peers', 'nowhere'], 'nowhere 里没有 node_modules。先在那里运行 npm install。\n'],
])('%j is refused', (args, words) => {
  expect(bench(...args)).toEqual({ status: 2, stdout: '', stderr: words });
});

onTurn(0, IS_LINUX)('every way of building and publishing is measured, and nothing is left behind', () => {
  const args = ['--sizes', '40', '--runs', '1', '--pause', '0', '--tools', 'gongkai,eleventy'];
  const done = bench(...args, '--work', 'work', '--json', 'results.json', '--markdown', 'results.md');
  expect(done).toMatchObject({ status: 0, stderr: '' });
  expect(done.stdout).toBe(readFileSync(join(folder, 'results.md'), 'utf8'));
  expect(done.stdout).toContain('Eleventy：没有安装，跳过');
  const { sizes } = JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')) as Results;
  expect(sizes[0]!.results.map(({ task }) => task)).toEqual([
    'full-cold',
    'full',
    'new-in-folder',
    'new-in-repository',
    'changed-in-repository',
  ]);
  const [cold, full] = sizes[0]!.results;
  expect(cold!.laps!.compile).toBeGreaterThan(full!.laps!.compile!);
  expect(sizes[0]!.surveys.gongkai).toMatchObject({ articles: 40, lists: 328 });
  expect(readdirSync(join(folder, 'work'))).toEqual([]);
});

onTurn(0, IS_LINUX)('checks are measured on a corpus that passes them', () => {
  expect(run('check', '--entries', '319')).toMatchObject({ status: 2, stderr: '--entries 至少 320，再少就有空白栏目，通不过检查。\n' });
  const done = run('check', '--entries', '320', '--runs', '1', '--pause', '0', '--work', 'work', '--json', 'checks.json');
  expect(done).toMatchObject({ status: 0, stderr: '' });
  expect(done.stdout).toContain('secretlint：没有安装，跳过');
  const { results } = JSON.parse(readFileSync(join(folder, 'checks.json'), 'utf8')) as CheckResults;
  expect(results.map(({ task }) => task)).toEqual(['cold', 'warm', 'regex', 'change', 'push']);
  expect(readdirSync(join(folder, 'work'))).toEqual([]);
});

onTurn(1)('the office is timed on a corpus that passes the checks, from the first save to the live page', () => {
  expect(run('office', '--drafts', '1', '--publications', '2')).toMatchObject({
    status: 2,
    stderr: '--drafts 要写 1 到 999 之间的数字，--publications 不能比它多。\n',
  });
  const done = run('office', '--entries', '320', '--drafts', '1', '--publications', '1', '--work', 'work', '--json', 'office.json');
  expect(done).toMatchObject({ status: 0, stderr: '' });
  const { results } = JSON.parse(readFileSync(join(folder, 'office.json'), 'utf8')) as OfficeFigures;
  expect(Object.entries(results).map(([task, times]) => [task, times.length])).toEqual([
    ['save', 1],
    ['save-files', 1],
    ['save-moved', 1],
    ['save-together', 8],
    ['preview', 1],
    ['library', 1],
    ['publish', 1],
    ['take-down', 1],
    ['warm', 1],
  ]);
  expect(readdirSync(join(folder, 'work'))).toEqual([]);
});

onTurn(1)('many editors save at once in an office of its own, and the repository is verified', () => {
  expect(run('office', '--editors', '81')).toMatchObject({ status: 2, stderr: '--editors 要写 1 到 80 之间的数字。\n' });
  expect(run('office', '--editors', '4', '--minutes', '0')).toMatchObject({ status: 2, stderr: '--minutes 要写大于 0 的分钟数。\n' });
  const args = ['--entries', '320', '--editors', '4', '--minutes', '0.1', '--work', 'work', '--json', 'crowd.json'];
  const done = run('office', ...args);
  expect(done).toMatchObject({ status: 0, stderr: '' });
  expect(done.stdout).toContain('逐次核对了仓库：');
  const { results } = JSON.parse(readFileSync(join(folder, 'crowd.json'), 'utf8')) as CrowdFigures;
  expect(results.faults).toEqual([]);
  expect(results.seconds.length).toBeGreaterThan(4);
  expect(readdirSync(join(folder, 'work'))).toEqual([]);
});

test.skipIf(!IS_LINUX)('chain and release of a made-up history are verified, and nothing is left behind', () => {
  const done = run('verify', '--entries', '120', '--commits', '200', '--work', 'work', '--json', 'verify.json');
  expect(done).toMatchObject({ status: 0, stderr: '' });
  const { results } = JSON.parse(readFileSync(join(folder, 'verify.json'), 'utf8')) as VerifyFigures;
  expect(results.history).toEqual({ entries: 120, publications: 33, commits: 200 });
  expect(results.said).toContain('此后：发布 33 次。');
  expect(results.said).toContain('都和内容库重新生成的逐字节相同。\n结论：没有发现问题。\n');
  expect(readdirSync(join(folder, 'work'))).toEqual([]);
});
