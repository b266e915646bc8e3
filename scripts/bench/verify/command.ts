import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { Command } from 'commander';
import { UsageError } from '../../exit.ts';
import { inFolder } from '../in-folder.ts';
import { readMachine } from '../machine.ts';
import { toSizes } from '../sizes.ts';
import { toVerifyReport } from './report-verify.ts';
import { runVerify } from './run-verify.ts';

interface Options {
  entries: string;
  commits: string;
  work?: string;
  json?: string;
  markdown?: string;
}

/** Fewer leave nothing to publish, or nothing that was there before. */
const LEAST = 100;

export const command = new Command('verify')
  .description('用编造的县测量核对：签名的链条，和逐字节重新生成网站')
  .helpOption('-h, --help', '显示帮助')
  .option('--entries <篇数>', '有多少篇；k 是一千', '50k')
  .option('--commits <次数>', '链条连同草稿有多少次提交', '100k')
  .option('--work <文件夹>', '在哪个文件夹里做；用完的都删掉（默认系统的临时文件夹）')
  .option('--json <文件>', '把全部数字写成 JSON')
  .option('--markdown <文件>', '把表格写成 Markdown')
  .action(async ({ entries, commits, work, json, markdown }: Options) => {
    const [count] = toSizes(entries) ?? [];
    const [many] = toSizes(commits) ?? [];
    if (count === undefined || count < LEAST) throw new UsageError(`--entries 要写成“50k”这样的一个数，至少 ${LEAST}。`);
    if (many === undefined || many < LEAST || many / 6 >= count) throw new UsageError(`--commits 至少 ${LEAST}，不到篇数的六倍。`);
    const { stderr } = process;
    const isShown = stderr.isTTY === true && !process.env.CI;
    const onProgress = (words: string) => isShown && stderr.write(`\r\u001b[K${words}`);
    const before = loadavg()[0]!;
    const results = await inFolder(work, (folder) => runVerify({ work: folder, entries: count, commits: many, onProgress })).finally(() =>
      onProgress(''),
    );
    const all = { machine: readMachine(), load: [before, loadavg()[0]!] as [number, number], results };
    const report = toVerifyReport(all);
    if (json !== undefined) writeFileSync(json, `${JSON.stringify(all, null, 2)}\n`);
    if (markdown !== undefined) writeFileSync(markdown, report);
    process.stdout.write(report);
  });
