import { judge } from './budgets.ts';
import { MOST_OFF, type Row, toDeviation, toRows } from './comparison.ts';
import type { Figure } from './figures.ts';
import type { Results, SizeResults, ToolInfo } from './results.ts';
import { toSizeName } from './sizes.ts';
import { TASKS } from './tasks.ts';

/** Results as Markdown, for people. */
export function toMarkdown(results: Results): string {
  return `${['# 构建速度', toConditions(results), ...results.sizes.map((size) => toSection(size, results.tools)), ...toBudgets(results)].join('\n\n')}\n`;
}

function toConditions({ machine, rounds, tools }: Results): string {
  const lines = [
    `- 机器：${machine.processor}，${machine.cores} 核，内存 ${toGigabytes(machine.memory)}，${machine.system}，Node ${machine.node}`,
    `- 轮数：${rounds}；数字是中位数，方括号里是最小和最大；比值是同一轮里与 Hugo 全部构建相比`,
    '- Hugo 和 Eleventy 两次构建之间什么都不留，发布一条就是全部重做，用“全部构建”的数字来比',
    ...tools.map(({ name, version }) => `- ${name}：${version ?? '没有安装，跳过'}`),
  ];
  return lines.join('\n');
}

function toSection(size: SizeResults, tools: readonly ToolInfo[]): string {
  const failures = size.failures.map(({ tool, task }) => `- ${tools.find(({ id }) => id === tool)?.name}：“${TASKS[task]}”没有做成。`);
  const times = toTable(
    ['工具', '做什么', '用时（秒）', 'CPU（秒）', '最大的进程', '全部进程', '页/秒', '用时比 Hugo', 'CPU 比 Hugo'],
    toRows(size, tools).map(toCells),
  );
  const outputs = toTable(
    ['工具', '文件', '网页', '条目页', '列表页', '只转向的页', '条目页大小', '文件差', '大小差'],
    tools.flatMap(({ id, name }) => {
      const found = size.surveys[id];
      if (!found) return [];
      const off = toDeviation(size, id);
      const counts = [found.files, found.pages, found.articles, found.lists, found.aliases].map(String);
      return [
        [
          name,
          ...counts,
          `${found.articleBytes} 字节`,
          toShare(off?.files, MOST_OFF.files),
          toShare(off?.articleBytes, MOST_OFF.articleBytes),
        ],
      ];
    }),
  );
  const parts = [times, failures.join('\n'), '产出是否相当：', outputs];
  return [`## ${toSizeName(size.articles)} 篇`, ...parts.filter((part) => part !== '')].join('\n\n');
}

/** Nothing when no corpus was measured that a budget speaks of. */
function toBudgets(results: Results): string[] {
  const judged = judge(results).map(({ name, most, actual, isMet }) => [name, most, actual, isMet ? '达到' : '没有达到']);
  return judged.length === 0 ? [] : ['## 要求', toTable(['要求', '上限', '实测', '结果'], judged)];
}

const toCells = ({ tool, task, wall, cpu, largest, together, speed, ratio }: Row): string[] => [
  tool.name,
  TASKS[task],
  toRange(wall),
  toRange(cpu),
  toGigabytes(largest),
  toGigabytes(together),
  speed === undefined ? '' : String(Math.round(speed)),
  ratio ? toRange(ratio.wall) : '',
  ratio ? toRange(ratio.cpu) : '',
];

export function toRange({ median, least, most }: Figure): string {
  const digits = median < 0.1 ? 3 : median < 10 ? 2 : 1;
  if (least === most) return median.toFixed(digits);
  return `${median.toFixed(digits)} [${least.toFixed(digits)}–${most.toFixed(digits)}]`;
}

export const toGigabytes = (bytes: number) => `${(bytes / 1024 ** 3).toFixed(2)} GB`;

function toShare(share: number | undefined, most: number): string {
  if (share === undefined) return '';
  const words = `${(share * 100).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' })} %`;
  return Math.abs(share) > most ? `${words}，超出 ±${most * 100} %` : words;
}

export function toTable(heads: string[], rows: string[][]): string {
  const [first, ...others] = heads;
  const numbers = others.map((_, index) => (rows.every((row) => /^(?:[-+]?[\d.].*)?$/u.test(row[index + 1] ?? '')) ? '--:' : '---'));
  return [[first!, ...others], ['---', ...numbers], ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
