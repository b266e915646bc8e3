import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { Command } from 'commander';
import { UsageError } from '../../exit.ts';
import { inFolder } from '../in-folder.ts';
import { readMachine } from '../machine.ts';
import { toSizes } from '../sizes.ts';
import { LEAST_ENTRIES } from '../sound-corpus.ts';
import { toOfficeReport } from './report-office.ts';
import { runOffice } from './run-office.ts';

interface Options {
  entries: string;
  drafts: string;
  publications: string;
  work?: string;
  json?: string;
  markdown?: string;
}

export const command = new Command('office')
  .description('用编造的内容测量办公平台：保存、预览、发布到网站')
  .helpOption('-h, --help', '显示帮助')
  .option('--entries <篇数>', '有多少篇；k 是一千', '50k')
  .option('--drafts <篇数>', '起草多少篇，每篇保存两次', '40')
  .option('--publications <篇数>', '发布其中多少篇', '10')
  .option('--work <文件夹>', '在哪个文件夹里做；用完的都删掉（默认系统的临时文件夹）')
  .option('--json <文件>', '把全部数字写成 JSON')
  .option('--markdown <文件>', '把表格写成 Markdown')
  .action(async ({ entries, drafts, publications, work, json, markdown }: Options) => {
    const [count, ...others] = toSizes(entries) ?? [];
    if (count === undefined || others.length > 0) throw new UsageError('--entries 要写成“50k”这样的一个数。');
    if (count < LEAST_ENTRIES) throw new UsageError(`--entries 至少 ${LEAST_ENTRIES}，再少就有空白栏目，通不过检查。`);
    if (!/^[1-9]\d{0,2}$/u.test(drafts) || !/^\d{1,3}$/u.test(publications) || Number(publications) > Number(drafts))
      throw new UsageError('--drafts 要写 1 到 999 之间的数字，--publications 不能比它多。');
    const { stderr } = process;
    const isShown = stderr.isTTY === true && !process.env.CI;
    const onProgress = (words: string) => isShown && stderr.write(`\r\u001b[K${words}`);
    const before = loadavg()[0]!;
    const results = await inFolder(work, (folder) =>
      runOffice({ work: folder, entries: count, drafts: Number(drafts), publications: Number(publications), onProgress }),
    ).finally(() => onProgress(''));
    const all = { machine: readMachine(), entries: count, load: [before, loadavg()[0]!] as [number, number], results };
    const report = toOfficeReport(all);
    if (json !== undefined) writeFileSync(json, `${JSON.stringify(all, null, 2)}\n`);
    if (markdown !== undefined) writeFileSync(markdown, report);
    process.stdout.write(report);
  });
