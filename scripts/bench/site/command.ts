import { readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { MODES, type Mode } from '../../../site/testing/axe.ts';
import { UsageError } from '../../exit.ts';
import { today } from '../../today.ts';
import { inFolder } from '../in-folder.ts';
import { readMachine } from '../machine.ts';
import { lighthouseVersion } from './lighthouse.ts';
import { isMet, toSiteReport } from './report-site.ts';
import type { SiteResults } from './run-site.ts';

interface Options {
  content?: string;
  sample: string;
  modes?: string;
  peers?: string;
  work?: string;
  json?: string;
  markdown?: string;
  record?: boolean;
  axeOnly?: boolean;
}

const RECORD = fileURLToPath(new URL('../../../site/accessibility/results.json', import.meta.url));

export const command = new Command('site')
  .description('测量网页：第一次打开传多少字节，axe 和 Lighthouse 有没有问题')
  .helpOption('-h, --help', '显示帮助')
  .option('--content <文件夹>', '改测另一个县的内容库（默认示例县）')
  .option('--sample <页数>', '每种页面以外，再随机看多少页', '10')
  .option('--modes <模式>', `只在这些模式里看，用逗号分开（默认 ${Object.values(MODES).join(',')}）`)
  .option('--peers <文件夹>', '到哪里找 Lighthouse；先在那里运行 npm install lighthouse')
  .option('--work <文件夹>', '在哪个文件夹里做；用完的都删掉（默认系统的临时文件夹）')
  .option('--json <文件>', '把全部数字写成 JSON')
  .option('--markdown <文件>', '把表格写成 Markdown')
  .option('--record', '把结果记入 site/accessibility/results.json，无障碍声明照此生成')
  .option('--axe-only', '只用 axe 看，记录里别的结果照旧')
  .addHelpText('after', '\n要有 Chromium。不写 --peers 就不测 Lighthouse。测 Lighthouse 时不要让机器做别的事。')
  .action(async ({ content, sample, modes: asked, peers, work, json, markdown, record, axeOnly = false }: Options) => {
    if (!/^\d{1,4}$/u.test(sample)) throw new UsageError('--sample 要写 0 到 9999 之间的数字。');
    const modes = toModes(asked);
    if (record && modes.length < Object.keys(MODES).length)
      throw new UsageError('无障碍声明照全部模式的结果生成，--record 不能和 --modes 一起用。');
    if (record && content !== undefined) throw new UsageError('无障碍声明照示例县的结果生成，--record 不能和 --content 一起用。');
    if (peers !== undefined && lighthouseVersion(peers) === undefined)
      throw new UsageError(`${peers} 里没有 Lighthouse。先在那里运行 npm install lighthouse。`);
    const { runSite } = await import('./run-site.ts');
    const { stderr } = process;
    const isShown = stderr.isTTY === true && !process.env.CI;
    const onProgress = (words: string) => isShown && stderr.write(`\r\u001b[K${words}`);
    const before = loadavg()[0]!;
    const results = await inFolder(work, (folder) =>
      runSite({
        work: folder,
        date: today(),
        sample: Number(sample),
        modes,
        axeOnly,
        ...(content !== undefined && { content: resolve(content) }),
        ...(peers !== undefined && { peers: resolve(peers) }),
        onProgress,
      }),
    ).finally(() => onProgress(''));
    const all = { machine: readMachine(), load: [before, loadavg()[0]!] as [number, number], results };
    const report = toSiteReport(all);
    if (json !== undefined) writeFileSync(json, `${JSON.stringify(all, null, 2)}\n`);
    if (markdown !== undefined) writeFileSync(markdown, report);
    if (record) writeFileSync(RECORD, toRecord(results));
    process.stdout.write(report);
    if (!isMet(results)) process.exitCode = 1;
  });

function toModes(asked = Object.values(MODES).join(',')): Mode[] {
  return asked.split(',').map((name) => {
    const mode = (Object.keys(MODES) as Mode[]).find((each) => MODES[each] === name);
    if (mode === undefined) throw new UsageError(`没有“${name}”这种模式。--modes 可以写${Object.values(MODES).join('、')}。`);
    return mode;
  });
}

/** What the statement on accessibility is made of; what was not measured this time stays as it was. */
function toRecord({ date, axe, looked, lighthouse }: SiteResults): string {
  const { templates, sample, modes, looked: times, findings } = looked;
  const scores = lighthouse
    ? { date, version: lighthouse.version, pages: lighthouse.pages.map(({ name, accessibility }) => ({ name, accessibility })) }
    : JSON.parse(readFileSync(RECORD, 'utf8')).lighthouse;
  const record = { date, axe, templates, modes, sample: sample.length, looked: times, violations: findings.length, lighthouse: scores };
  return `${JSON.stringify(record, null, 2)}\n`;
}
