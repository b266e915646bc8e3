import type { Machine } from '../results.ts';
import type { SiteResults } from './run-site.ts';

/** Bytes that may be sent at first view: HTML and styles of a page that is read, and everything of the home page. */
const MOST = { read: 30 * 1024, home: 100 * 1024 };
/** The least that Lighthouse must give. */
const LEAST = { performance: 98, others: 100 };

export interface SiteReport {
  machine: Machine;
  /** Load of the machine in the minute before and after. */
  load: [number, number];
  results: SiteResults;
}

type Weight = SiteResults['weights'][number];
/** Whether a page keeps to its budget, if it has one. */
function isLight({ name, html, css, all }: Weight): boolean {
  if (name === '首页') return all <= MOST.home;
  return !READ.has(name) || html + css <= MOST.read;
}
const READ = new Set(['文章', '政策文件']);

/** Whether every budget for pages holds. */
export function isMet({ weights, looked, lighthouse }: SiteResults): boolean {
  const scores = lighthouse?.pages ?? [];
  return (
    weights.every(isLight) &&
    looked.findings.length === 0 &&
    scores.every(
      ({ performance, accessibility, bestPractices, seo }) =>
        performance >= LEAST.performance && Math.min(accessibility, bestPractices, seo) >= LEAST.others,
    )
  );
}

const toKilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

const toWeights = (weights: readonly Weight[]) => [
  '## 第一次打开要传多少（手机，gzip 压缩后）\n',
  '| 页面 | 请求 | HTML | 样式 | 脚本 | 全部 |',
  '| --- | --- | --- | --- | --- | --- |',
  ...weights.map((weight) => {
    const { name, path, requests, html, css, script, all } = weight;
    const sizes = [html, css, script, all].map(toKilobytes).join(' | ');
    return `| ${name} \`${path}\` | ${requests} | ${sizes}${isLight(weight) ? '' : '，超出预算'} |`;
  }),
  '\n预算：文章的 HTML 和样式合计不超过 30 KB，首页连同图片不超过 100 KB。\n',
];

/** The figures as tables for people. */
export function toSiteReport({ machine, load, results: { date, axe, weights, looked, lighthouse } }: SiteReport): string {
  return [
    '# 网页\n',
    `${date}，${machine.processor}，${machine.cores} 核，${machine.system}，Node ${machine.node}，每分钟负载测前 ${load[0].toFixed(1)}、测后 ${load[1].toFixed(1)}。\n`,
    ...(weights.length > 0 ? toWeights(weights) : []),
    `## axe ${axe}\n`,
    `${looked.templates.length} 种页面各取内容最多的一页，另外随机取 ${looked.sample.length} 页，电脑和手机、${looked.modes.join('、')}各看一遍，一共 ${looked.looked} 次：${looked.findings.length === 0 ? '没有问题' : `${looked.findings.length} 处问题`}。\n`,
    ...looked.findings.map((finding) => `- ${finding}`),
    '\n## Lighthouse\n',
    ...(lighthouse
      ? [
          `Lighthouse ${lighthouse.version}，手机。\n`,
          '| 页面 | 性能 | 无障碍 | 最佳做法 | 搜索引擎 | 扣分的 |',
          '| --- | --- | --- | --- | --- | --- |',
          ...lighthouse.pages.map(
            ({ name, path, performance, accessibility, bestPractices, seo, lost }) =>
              `| ${name} \`${path}\` | ${performance} | ${accessibility} | ${bestPractices} | ${seo} | ${lost.join('、')} |`,
          ),
          '',
        ]
      : ['没有安装，跳过。\n']),
  ].join('\n');
}
