import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { toCheckReport } from './bench/check/report-checks.ts';
import { runChecks, secretlintVersion } from './bench/check/run-checks.ts';
import { inFolder } from './bench/in-folder.ts';
import { readMachine } from './bench/machine.ts';
import { command as office } from './bench/office/command.ts';
import { Outputs } from './bench/outputs.ts';
import { toMarkdown } from './bench/report.ts';
import type { Results, ToolInfo } from './bench/results.ts';
import { runSize } from './bench/run.ts';
import { command as search } from './bench/search/command.ts';
import { command as site } from './bench/site/command.ts';
import { toSizeName, toSizes } from './bench/sizes.ts';
import { LEAST_ENTRIES } from './bench/sound-corpus.ts';
import type { Tool } from './bench/tool.ts';
import { tools as known } from './bench/tools/index.ts';
import { command as verify } from './bench/verify/command.ts';
import { UsageError } from './exit.ts';

interface Options {
  sizes: string;
  runs: string;
  tools: string;
  peers?: string;
  work?: string;
  pause: string;
  json?: string;
  markdown?: string;
}

type CheckOptions = Omit<Options, 'sizes' | 'tools'> & { entries: string };

const NAMES = known.map(({ id }) => id);
/** A peer that fails is a result; we failing is an error. */
const OURS = 'gongkai';

const build = new Command('build')
  .description('用编造的内容测量构建速度，并与装好的其他生成器比较')
  .helpOption('-h, --help', '显示帮助')
  .option('--sizes <篇数>', '各有多少篇，用逗号分开；k 是一千，例如 100k', '1k,10k,50k')
  .option('--runs <次数>', '每样测几轮', '3')
  .option('--tools <工具>', `测哪些，用逗号分开：${NAMES.join('、')}`, NAMES.join(','))
  .option('--peers <文件夹>', '到哪里找 Eleventy；先在那个文件夹里运行 npm install @11ty/eleventy')
  .option('--work <文件夹>', '在哪个文件夹里做；用完的都删掉（默认系统的临时文件夹）')
  .option('--pause <秒>', '每次测量之前歇多久', '3')
  .option('--json <文件>', '把全部数字写成 JSON')
  .option('--markdown <文件>', '把表格写成 Markdown')
  .addHelpText(
    'after',
    '\nHugo 用 PATH 里的 hugo。没有安装的工具跳过，并在结果里写明。\n测的是整个进程：用时、CPU、最大的进程和全部进程的内存。测量时不要让机器做别的事。\n5 万篇每轮大约要 10 分钟和 6 GB 空间。',
  )
  .action(async (options: Options) => {
    const results = await measureAll(options);
    const markdown = toMarkdown(results);
    if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`);
    if (options.markdown !== undefined) writeFileSync(options.markdown, markdown);
    process.stdout.write(markdown);
    for (const { said } of results.sizes.flatMap(({ failures }) => failures.filter(({ tool }) => tool === OURS))) {
      console.error(said);
      process.exitCode = 1;
    }
  });

const check = new Command('check')
  .description('用编造的内容测量检查速度，并与 secretlint 和几条正则表达式比较')
  .helpOption('-h, --help', '显示帮助')
  .option('--entries <篇数>', '有多少篇；k 是一千', '50k')
  .option('--runs <次数>', '每样测几轮', '3')
  .option('--peers <文件夹>', '到哪里找 secretlint；先在那里运行 npm install @secretlint/core @secretlint/secretlint-rule-preset-recommend')
  .option('--work <文件夹>', '在哪个文件夹里做；用完的都删掉（默认系统的临时文件夹）')
  .option('--pause <秒>', '每次测量之前歇多久', '3')
  .option('--json <文件>', '把全部数字写成 JSON')
  .option('--markdown <文件>', '把表格写成 Markdown')
  .addHelpText('after', '\n测量时不要让机器做别的事。5 万篇每轮大约 15 分钟，其中 secretlint 要 10 分钟以上；不写 --peers 就不测它。')
  .action(async ({ entries, runs, peers, work, pause, json, markdown }: CheckOptions) => {
    requireMeasurable(runs, pause, peers);
    const [count, ...others] = toSizes(entries) ?? [];
    if (count === undefined || others.length > 0) throw new UsageError('--entries 要写成“50k”这样的一个数。');
    if (count < LEAST_ENTRIES) throw new UsageError(`--entries 至少 ${LEAST_ENTRIES}，再少就有空白栏目，通不过检查。`);
    const place = peers === undefined ? {} : { peers: resolve(peers) };
    const { isShown, show } = toShow();
    const results = await inFolder(work, (folder) =>
      runChecks({ work: folder, entries: count, rounds: Number(runs), pause: Number(pause), ...place, onProgress: show }),
    ).finally(() => isShown && show(''));
    const all = { machine: readMachine(), entries: count, rounds: Number(runs), secretlint: secretlintVersion(place.peers), results };
    const report = toCheckReport(all);
    if (json !== undefined) writeFileSync(json, `${JSON.stringify(all, null, 2)}\n`);
    if (markdown !== undefined) writeFileSync(markdown, report);
    process.stdout.write(report);
  });

export const command = new Command('bench')
  .description('测量速度')
  .helpOption('-h, --help', '显示帮助')
  .addCommand(build)
  .addCommand(check)
  .addCommand(office)
  .addCommand(search)
  .addCommand(site)
  .addCommand(verify);

function requireMeasurable(runs: string, pause: string, peers: string | undefined) {
  if (process.platform !== 'linux') throw new UsageError('测量要读 /proc，只能在 Linux 上做。');
  if (!/^[1-9]\d?$/u.test(runs)) throw new UsageError('--runs 要写 1 到 99 之间的数字。');
  if (!/^\d{1,3}$/u.test(pause)) throw new UsageError('--pause 要写 0 到 999 之间的秒数。');
  if (peers !== undefined && !existsSync(join(peers, 'node_modules')))
    throw new UsageError(`${peers} 里没有 node_modules。先在那里运行 npm install。`);
}

async function measureAll({ sizes, runs, tools, peers, work, pause }: Options): Promise<Results> {
  requireMeasurable(runs, pause, peers);
  const counts = toSizes(sizes);
  if (!counts) throw new UsageError('--sizes 要写成“1k,10k”这样，用逗号分开。');
  const asked = tools.split(',');
  const unknown = asked.find((id) => !NAMES.includes(id));
  if (unknown !== undefined) throw new UsageError(`--tools 里没有“${unknown}”。可以写：${NAMES.join('、')}。`);
  const place = peers === undefined ? {} : { peers: resolve(peers) };
  const chosen = known.filter(({ id }) => asked.includes(id));
  const infos = chosen.map((tool): ToolInfo => ({ id: tool.id, name: tool.name, version: tool.version(place) }));
  const installed = chosen.filter((_, index) => infos[index]!.version !== undefined);
  return inFolder(work, async (folder) => {
    const results: Results = { machine: readMachine(), rounds: Number(runs), tools: infos, sizes: [] };
    const places = new Outputs(folder);
    for (const articles of counts) {
      const at = places.open(toSizeName(articles));
      results.sizes.push(await measureSize({ at, articles, rounds: Number(runs), tools: installed, pause: Number(pause), ...place }));
      places.close(at);
    }
    return results;
  });
}

/** A line that tells what is measured, on a terminal only. */
function toShow() {
  const { stderr } = process;
  const isShown = stderr.isTTY === true && !process.env.CI;
  return { isShown, show: (words: string) => isShown && stderr.write(`\r\u001b[K${words}`) };
}

async function measureSize({
  at,
  ...options
}: {
  at: string;
  articles: number;
  rounds: number;
  tools: Tool[];
  pause: number;
  peers?: string;
}) {
  const { show: onProgress } = toShow();
  try {
    return await runSize({ ...options, work: at, onProgress });
  } finally {
    onProgress('');
  }
}
