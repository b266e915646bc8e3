import { type Figure, toFigure, toRatios } from '../figures.ts';
import { toGigabytes, toRange, toTable } from '../report.ts';
import type { Machine } from '../results.ts';
import type { CheckResult } from './run-checks.ts';
import { CHECK_TASKS, type CheckTask } from './tasks.ts';

export interface CheckResults {
  machine: Machine;
  entries: number;
  rounds: number;
  /** Version of secretlint's preset; undefined when it is not installed and was left out. */
  secretlint?: string;
  results: CheckResult[];
}

/** In seconds; set for 50,000 entries. */
const MOST: Partial<Record<CheckTask, number>> = { change: 1, push: 1.5, warm: 60 };
const SET_FOR = 50_000;

/** Results as Markdown, for people. */
export function toCheckReport({ machine, entries, rounds, secretlint, results }: CheckResults): string {
  const byTask = [...Map.groupBy(results, ({ task }) => task)];
  const wallOf = (task: CheckTask) => new Map(results.filter((one) => one.task === task).map(({ round, wall }) => [round, wall]));
  const ratio = (task: CheckTask, base: CheckTask) => {
    const ratios = toRatios(wallOf(task), wallOf(base));
    return ratios.length === 0 ? '' : toRange(toFigure(ratios));
  };
  const rows = byTask.map(([task, some]) => {
    const wall: Figure = toFigure(some.map(({ wall }) => wall));
    const cpu = toFigure(some.map(({ user, system }) => user + system));
    const memory = [Math.max(...some.map(({ largest }) => largest)), Math.max(...some.map(({ together }) => together))];
    return [CHECK_TASKS[task], toRange(wall), toRange(cpu), ...memory.map(toGigabytes), ratio(task, 'regex'), ratio(task, 'secretlint')];
  });
  const budgets = byTask.flatMap(([task, some]) => {
    const most = entries === SET_FOR ? MOST[task] : undefined;
    const wall = toFigure(some.map(({ wall }) => wall)).median;
    return most === undefined
      ? []
      : [[CHECK_TASKS[task], `${most.toFixed(2)} 秒`, `${wall.toFixed(2)} 秒`, wall <= most ? '达到' : '没有达到']];
  });
  const lines = [
    `- 机器：${machine.processor}，${machine.cores} 核，内存 ${toGigabytes(machine.memory)}，${machine.system}，Node ${machine.node}`,
    `- ${entries} 篇，${rounds} 轮；数字是中位数，方括号里是最小和最大；比值在同一轮之内计算`,
    `- secretlint：${secretlint ?? '没有安装，跳过'}`,
    '- “只用正则表达式”和 secretlint 不解开附件、不还原写法、不逐字段校验，也不分标志和提到，只作参照',
  ];
  const heads = ['做什么', '用时（秒）', 'CPU（秒）', '最大的进程', '全部进程', '用时比正则表达式', '用时比 secretlint'];
  const parts = ['# 检查速度', lines.join('\n'), toTable(heads, rows)];
  if (budgets.length > 0) parts.push('## 要求', toTable(['要求', '上限', '实测', '结果'], budgets));
  return `${parts.join('\n\n')}\n`;
}
