import { expect, test } from 'vitest';
import { judge } from './budgets.ts';
import { toMarkdown } from './report.ts';
import type { Result, Results } from './results.ts';
import type { Survey } from './survey.ts';

const GB = 1024 ** 3;
const written: Survey = { files: 100, bytes: 1e6, pages: 80, articles: 60, lists: 10, aliases: 0, articleBytes: 8000 };

const result = (tool: string, task: Result['task'], round: number, wall: number): Result => ({
  tool,
  task,
  round,
  wall,
  user: wall,
  system: wall / 10,
  largest: GB / 2,
  together: GB,
});

const results: Results = {
  machine: { processor: 'CPU', cores: 2, memory: 8 * GB, system: 'Linux 6', node: 'v24.0.0' },
  rounds: 3,
  tools: [
    { id: 'gongkai', name: '公开', version: '0.1.0' },
    { id: 'hugo', name: 'Hugo', version: '0.111.3' },
    { id: 'eleventy', name: 'Eleventy' },
    { id: 'astro', name: 'Astro', version: '7.3.5' },
  ],
  sizes: [
    {
      articles: 50_000,
      results: [
        ...[10, 12, 11].map((wall, index) => result('gongkai', 'full', index + 1, wall)),
        ...[20, 16, 20].map((wall, index) => result('hugo', 'full', index + 1, wall)),
        ...[1.5, 0.5, 0.7].map((wall, index) => result('gongkai', 'new-in-folder', index + 1, wall)),
      ],
      failures: [{ tool: 'astro', task: 'full', round: 1, said: 'out of memory' }],
      surveys: { gongkai: written, hugo: { ...written, files: 103, articleBytes: 8080 } },
    },
  ],
};

test('the report has medians, ranges, ratios of the same round, failures and outputs that differ too much', () => {
  const report = toMarkdown(results);
  expect(report).toContain(
    '| 公开 | 全部构建 | 11.0 [10.0–12.0] | 12.1 [11.0–13.2] | 0.50 GB | 1.00 GB | 7 | 0.55 [0.50–0.75] | 0.55 [0.50–0.75] |',
  );
  expect(report).toContain('- Eleventy：没有安装，跳过');
  expect(report).toContain('- Astro：“全部构建”没有做成。');
  expect(report).toContain('| Hugo | 103 | 80 | 60 | 10 | 0 | 8080 字节 | +3.0 %，超出 ±2 % | +1.0 % |');
});

test('budgets are held against the median, and only for the corpora that they are set for', () => {
  expect(judge(results)).toEqual([
    { name: '5 万篇，全部构建，最大的进程', most: '1.00 GB', actual: '0.50 GB', isMet: true },
    { name: '5 万篇，全部构建，用时比 Hugo', most: '0.700', actual: '0.550', isMet: true },
    { name: '5 万篇，发布一条新的（文件夹），用时', most: '1.00 秒', actual: '0.70 秒', isMet: true },
    { name: '5 万篇，发布一条新的（文件夹），用时比 Hugo', most: '0.050', actual: '0.035', isMet: true },
  ]);
  const double = { ...results.sizes[0]!, articles: 100_000, results: [result('gongkai', 'full', 1, 30)] };
  expect(judge({ ...results, sizes: [...results.sizes, double] }).at(-1)).toEqual({
    name: '10 万篇比 5 万篇，全部构建用时',
    most: '2.200',
    actual: '2.727',
    isMet: false,
  });
  expect(judge({ ...results, sizes: [{ ...results.sizes[0]!, articles: 1000 }] })).toEqual([]);
});
