import { type Row, toRows } from './comparison.ts';
import type { Results } from './results.ts';
import { isWhole, TASKS } from './tasks.ts';

/** A figure held against what it is to be. */
export interface Judged {
  name: string;
  most: string;
  actual: string;
  isMet: boolean;
}

const ARTICLES = 50_000;
const DOUBLE = 100_000;
const MOST_OF_HUGO = { whole: 0.7, publishing: 0.05 } as const;
const MOST_SECONDS = 1;
const MOST_MEMORY = 1024 ** 3;
const MOST_GROWTH = 2.2;

/** Gongkai's budgets, as far as the corpora were measured that they are set for. */
export function judge({ sizes, tools }: Results): Judged[] {
  const rowsOf = (articles: number) =>
    sizes.filter((size) => size.articles === articles).flatMap((size) => toRows(size, tools).filter(({ tool }) => tool.id === 'gongkai'));
  const rows = rowsOf(ARTICLES);
  const double = rowsOf(DOUBLE).find(({ task }) => task === 'full');
  return [...rows.flatMap(judgeRow), ...rows.filter(({ task }) => task === 'full').flatMap((row) => judgeGrowth(row, double))];
}

function judgeRow({ task, wall, largest, ratio }: Row): Judged[] {
  const name = `5 万篇，${TASKS[task]}`;
  const most = isWhole(task) ? MOST_OF_HUGO.whole : MOST_OF_HUGO.publishing;
  return [
    isWhole(task)
      ? toJudged(`${name}，最大的进程`, largest, MOST_MEMORY, (bytes) => `${(bytes / 1024 ** 3).toFixed(2)} GB`)
      : toJudged(`${name}，用时`, wall.median, MOST_SECONDS, (seconds) => `${seconds.toFixed(2)} 秒`),
    ...(ratio ? [toJudged(`${name}，用时比 Hugo`, ratio.wall.median, most, toRatio)] : []),
  ];
}

const judgeGrowth = (row: Row, double: Row | undefined): Judged[] =>
  double ? [toJudged('10 万篇比 5 万篇，全部构建用时', double.wall.median / row.wall.median, MOST_GROWTH, toRatio)] : [];

const toJudged = (name: string, actual: number, most: number, show: (value: number) => string): Judged => ({
  name,
  most: show(most),
  actual: show(actual),
  isMet: actual <= most,
});

const toRatio = (ratio: number) => ratio.toFixed(3);
