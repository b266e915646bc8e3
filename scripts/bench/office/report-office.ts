import { toTable } from '../report.ts';
import type { Machine } from '../results.ts';
import type { OfficeResults } from './run-office.ts';
import { OFFICE_TASKS, type OfficeTask } from './tasks.ts';

export interface OfficeFigures {
  machine: Machine;
  entries: number;
  /** Load of the machine over the last minute, before and after. */
  load: [before: number, after: number];
  results: OfficeResults;
}

/** In seconds; set for 50,000 entries. */
const MOST: Partial<Record<OfficeTask, { share: number; seconds: number }>> = {
  save: { share: 0.95, seconds: 0.3 },
  'save-files': { share: 0.95, seconds: 0.3 },
  'save-moved': { share: 0.95, seconds: 0.3 },
  publish: { share: 0.5, seconds: 1 },
  'take-down': { share: 1, seconds: 5 },
};
const SET_FOR = 50_000;

/** Results as Markdown, for people. */
export function toOfficeReport({ machine, entries, load, results }: OfficeFigures): string {
  const timed = (Object.entries(results) as [OfficeTask, number[]][]).filter(([, times]) => times.length > 0);
  const rows = timed.map(([task, times]) => [
    OFFICE_TASKS[task],
    String(times.length),
    ...[0.5, 0.95, 1].map((share) => toMilliseconds(quantile(times, share))),
  ]);
  const budgets = timed.flatMap(([task, times]) => {
    const most = entries === SET_FOR ? MOST[task] : undefined;
    if (!most) return [];
    const actual = quantile(times, most.share);
    const name = `${OFFICE_TASKS[task]}，${most.share === 0.5 ? '中位数' : `${most.share * 100} % 不超过`}`;
    return [[name, toMilliseconds(most.seconds), toMilliseconds(actual), actual <= most.seconds ? '达到' : '没有达到']];
  });
  const lines = [
    `- 机器：${machine.processor}，${machine.cores} 核，${machine.system}，Node ${machine.node}；每分钟负载由 ${load[0].toFixed(1)} 到 ${load[1].toFixed(1)}`,
    `- ${entries} 篇；在办公平台的进程里计时，单位毫秒`,
  ];
  const parts = ['# 办公平台速度', lines.join('\n'), toTable(['做什么', '次数', '中位数', '95 %', '最慢'], rows)];
  if (budgets.length > 0) parts.push('## 要求', toTable(['要求', '上限', '实测', '结果'], budgets));
  return `${parts.join('\n\n')}\n`;
}

/** The least value that this share of values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]!;
}

/** @param seconds of one time */
export const toMilliseconds = (seconds: number) => String(Math.round(seconds * 1000));
