import { toTable } from '../../report.ts';
import type { Machine } from '../../results.ts';
import { quantile, toMilliseconds } from '../report-office.ts';
import type { CrowdResults } from './run-crowd.ts';

export interface CrowdFigures {
  machine: Machine;
  /** Entries of the library. */
  entries: number;
  editors: number;
  minutes: number;
  pause: number;
  /** Load of the machine over the last minute, before and after. */
  load: [before: number, after: number];
  results: CrowdResults;
}

/** So many faults are listed. */
const LISTED = 50;

/** Results as Markdown, for people. */
export function toCrowdReport({ machine, entries, editors, minutes, pause, load, results }: CrowdFigures): string {
  const { seconds, refused, faults, memory } = results;
  const times = [0.5, 0.95, 1].map((share) => toMilliseconds(quantile(seconds, share)));
  const lines = [
    `- 机器：${machine.processor}，${machine.cores} 核，${machine.system}，Node ${machine.node}；每分钟负载由 ${load[0].toFixed(1)} 到 ${load[1].toFixed(1)}`,
    `- ${entries} 篇；${editors} 个编辑同时保存 ${minutes} 分钟，${pause === 0 ? '一次接一次' : `每人每次之间平均歇 ${pause} 秒`}；从发出到收到答复，单位毫秒`,
    `- 办公平台最大的进程用过 ${Math.round(memory / 1_000_000)} MB 内存`,
  ];
  const saved = toTable(
    ['保存成', '条目', '每秒', '中位数', '95 %', '最慢'],
    [[String(seconds.length), String(results.entries), (seconds.length / (minutes * 60)).toFixed(1), ...times]],
  );
  const refusals =
    refused.length === 0
      ? '没有被拒绝的保存。'
      : toTable(
          ['被拒绝', '次数'],
          refused.map(([words, count]) => [words, String(count)]),
        );
  const verdict =
    faults.length === 0
      ? '逐次核对了仓库：每次答复过的保存都在历史里，内容、作者都对；每条内容停在最后一次保存；没有互相盖掉，没有混在一起；被拒绝的没有留下痕迹。'
      : [`有 ${faults.length} 处不对：`, ...faults.slice(0, LISTED).map((words) => `- ${words}`)].join('\n');
  return `${['# 很多人同时保存', lines.join('\n'), saved, '## 被拒绝的保存', refusals, '## 核对', verdict].join('\n\n')}\n`;
}
