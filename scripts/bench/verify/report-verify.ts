import type { Measured } from '../measure.ts';
import { toTable } from '../report.ts';
import type { Machine } from '../results.ts';
import type { VerifyResults } from './run-verify.ts';

export interface VerifyFigures {
  machine: Machine;
  /** Load of the machine over the last minute, before and after. */
  load: [before: number, after: number];
  results: VerifyResults;
}

/** In seconds, for 50,000 entries with 100,000 commits on 2 cores. */
const MOST = 60;

/** Results as Markdown, for people. */
export function toVerifyReport({ machine, load, results: { history, chain, whole, said } }: VerifyFigures): string {
  const row = (name: string, { wall, user, system, largest }: Measured) => [
    name,
    `${wall.toFixed(1)} 秒`,
    `${(user + system).toFixed(1)} 秒`,
    `${(largest / 1024 ** 3).toFixed(2)} GB`,
  ];
  return [
    '# 核对\n',
    `- 机器：${machine.processor}，${machine.cores} 核，${machine.system}，Node ${machine.node}；每分钟负载由 ${load[0].toFixed(1)} 到 ${load[1].toFixed(1)}`,
    `- 内容：${history.entries} 篇，其中 ${history.publications} 篇经过起草、三次签字、发布，其余是接收的存量；连同草稿 ${history.commits} 次提交\n`,
    toTable(['做什么', '用时', 'CPU', '最大的进程'], [row('只核对链条', chain), row('核对链条，逐字节核对网站', whole)]),
    `\n标准：5 万篇、10 万次提交，2 核，${MOST} 秒以内。\n`,
    '```',
    said.trim(),
    '```\n',
  ].join('\n');
}
