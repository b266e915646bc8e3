import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { UsageError } from '../../exit.ts';
import { inFolder } from '../in-folder.ts';
import { readMachine } from '../machine.ts';
import { toSizes } from '../sizes.ts';
import { isMet, toSearchReport } from './report-search.ts';
import { runSearch } from './run-search.ts';

interface Options {
  entries: string;
  work?: string;
  json?: string;
  markdown?: string;
}

export const command = new Command('search')
  .description('测量搜索：固定问题集在示例县里答对多少，在编造的条目里要传多少字节，索引要多久')
  .helpOption('-h, --help', '显示帮助')
  .option('--entries <篇数>', '编造多少篇；k 是一千，0 是只测示例县', '50k')
  .option('--work <文件夹>', '在哪个文件夹里做；用完的都删掉（默认系统的临时文件夹）')
  .option('--json <文件>', '把全部数字写成 JSON')
  .option('--markdown <文件>', '把表格写成 Markdown')
  .action(async ({ entries, work, json, markdown }: Options) => {
    const [count, ...others] = entries === '0' ? [0] : (toSizes(entries) ?? []);
    if (count === undefined || others.length > 0) throw new UsageError('--entries 要写成“50k”这样的一个数。');
    const { stderr } = process;
    const isShown = stderr.isTTY === true && !process.env.CI;
    const onProgress = (words: string) => isShown && stderr.write(`\r\u001b[K${words}`);
    const results = await inFolder(work, (folder) => runSearch({ work: folder, entries: count, onProgress })).finally(() => onProgress(''));
    const all = { machine: readMachine(), results };
    const report = toSearchReport(all);
    if (json !== undefined) writeFileSync(json, `${JSON.stringify(all, null, 2)}\n`);
    if (markdown !== undefined) writeFileSync(markdown, report);
    process.stdout.write(report);
    if (!isMet(results)) process.exitCode = 1;
  });
