import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { addEntry, makeCounty, writeCounty } from '../../../cms/library/testing/made-up-county.ts';
import { onTurn } from '../testing/on-turn.ts';
import { toRandom } from '../text.ts';
import { isMet, type SiteReport } from './report-site.ts';

const GONGKAI = fileURLToPath(new URL('../../gongkai.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-site-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function bench(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('node', [GONGKAI, 'bench', 'site', ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

test.each([
  [['--sample', '一'], '--sample 要写 0 到 9999 之间的数字。\n'],
  [['--content', 'county', '--record'], '无障碍声明照示例县的结果生成，--record 不能和 --content 一起用。\n'],
  [['--modes', '通常,夜间'], '没有“夜间”这种模式。--modes 可以写通常、长者模式、高对比、长者模式和高对比。\n'],
  [['--modes', '通常', '--record'], '无障碍声明照全部模式的结果生成，--record 不能和 --modes 一起用。\n'],
  [['--peers', 'nowhere'], 'nowhere 里没有 Lighthouse。先在那里运行 npm install lighthouse。\n'],
])('%j is refused', (args, words) => {
  expect(bench(...args)).toEqual({ status: 2, stdout: '', stderr: words });
});

/** In place of Lighthouse: gives every page that it can fetch, compressed and under the strict policy, full points. */
const PEER = `export default async (url) => {
  const answer = await fetch(url);
  const isServed = answer.headers.get('content-encoding') === 'gzip' && answer.headers.get('content-security-policy').includes("'self'");
  const html = await answer.text();
  const category = { score: answer.ok && isServed && html.startsWith('<!DOCTYPE html>') ? 1 : 0, auditRefs: [{ id: 'slow', weight: 1 }] };
  const slow = { score: url.endsWith('/search/') ? 0.5 : 1 };
  return { lhr: { categories: { performance: { ...category, score: 0.97 }, accessibility: category, 'best-practices': category, seo: category }, audits: { slow } } };
};
`;

onTurn(2)('a county is weighed, looked at, and given to Lighthouse; what is over a budget is told and ends with 1', () => {
  const county = makeCounty();
  const random = toRandom(1);
  const long = Array.from({ length: 30_000 }, () => String.fromCodePoint(0x4e00 + Math.floor(random() * 8000))).join('');
  const fields = {
    column: 'policies',
    document_kind: 'notice',
    issuers: ['教育局'],
    validity: 'in-force',
    subject: 'science',
    document_date: '2026-03-01',
  };
  for (const n of [60, 61]) addEntry(county.files, 'school', 'policy', n, { ...fields, title: `长文件${n}` }, long);
  writeCounty(join(folder, 'county'), county);
  const lighthouse = join(folder, 'peers/node_modules/lighthouse');
  mkdirSync(join(lighthouse, 'core'), { recursive: true });
  writeFileSync(join(lighthouse, 'package.json'), '{ "version": "0.0.1", "type": "module" }');
  writeFileSync(join(lighthouse, 'core/index.js'), PEER);
  const args = [
    '--content',
    'county',
    '--peers',
    'peers',
    '--sample',
    '1',
    '--modes',
    '高对比',
    '--work',
    'work',
    '--json',
    'results.json',
    '--markdown',
    'results.md',
  ];
  const { status, stdout, stderr } = bench(...args);
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toBe(readFileSync(join(folder, 'results.md'), 'utf8'));
  const { results } = JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')) as SiteReport;
  expect(results.weights.map(({ name, requests }) => [name, requests])).toEqual([
    ['首页', 4],
    ['列表', 4],
    ['文章', 5],
    ['政策文件', 5],
    ['搜索', 5],
    ['信息公开平台', 4],
  ]);
  expect(
    stdout
      .split('\n')
      .filter((line) => line.endsWith('超出预算 |'))
      .map((line) => line.slice(0, 6)),
  ).toEqual(['| 政策文件']);
  expect(results.looked.findings).toEqual([]);
  expect(results.looked.templates).toEqual(expect.arrayContaining(['home', 'entry policy', 'record', 'record file', '/search/']));
  expect(results.looked.modes).toEqual(['高对比']);
  expect(results.looked.looked).toBeGreaterThan(results.looked.templates.length * 2);
  expect(results.lighthouse!.version).toBe('0.0.1');
  expect(
    results.lighthouse!.pages.map(({ name, performance, accessibility, bestPractices, seo, lost }) => [
      name,
      performance,
      accessibility,
      bestPractices,
      seo,
      lost,
    ]),
  ).toEqual(
    ['首页', '列表', '文章', '政策文件', '搜索', '信息公开平台'].map((name) => [name, 97, 100, 100, 100, name === '搜索' ? ['slow'] : []]),
  );
  expect(readdirSync(join(folder, 'work'))).toEqual([]);
});

test('a budget is missed by a heavy page, by a finding of axe, and by a point of Lighthouse', () => {
  const weight = { name: '文章', path: '/', requests: 5, html: 20_000, css: 10_000, script: 600, all: 30_600 };
  const scores = { name: '文章', path: '/', performance: 98, accessibility: 100, bestPractices: 100, seo: 100, lost: [] };
  const looked = { templates: [], sample: [], modes: [], looked: 0, findings: [] };
  const results = { date: '2026-11-26', axe: '4', weights: [weight], looked, lighthouse: { version: '13', pages: [scores] } };
  const withScores = (more: object) => ({ ...results, lighthouse: { version: '13', pages: [{ ...scores, ...more }] } });
  expect(isMet(results)).toBe(true);
  expect(isMet({ ...results, lighthouse: null })).toBe(true);
  expect(isMet({ ...results, weights: [{ ...weight, html: 21_000 }] })).toBe(false);
  expect(isMet({ ...results, weights: [{ ...weight, name: '搜索', html: 21_000 }] })).toBe(true);
  expect(isMet({ ...results, weights: [{ ...weight, name: '首页', all: 102_401 }] })).toBe(false);
  expect(isMet({ ...results, looked: { ...looked, findings: ['/ desktop : region'] } })).toBe(false);
  for (const lost of [{ performance: 97 }, { accessibility: 99 }, { bestPractices: 99 }, { seo: 99 }])
    expect(isMet(withScores(lost))).toBe(false);
});
