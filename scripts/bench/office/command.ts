import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { Command } from 'commander';
import { UsageError } from '../../exit.ts';
import { inFolder } from '../in-folder.ts';
import { readMachine } from '../machine.ts';
import { toSizes } from '../sizes.ts';
import { LEAST_ENTRIES } from '../sound-corpus.ts';
import { MOST_EDITORS } from './crowd/county-of-editors.ts';
import { toCrowdReport } from './crowd/report-crowd.ts';
import { runCrowd } from './crowd/run-crowd.ts';
import { toOfficeReport } from './report-office.ts';
import { runOffice } from './run-office.ts';

interface Options {
  entries: string;
  drafts: string;
  publications: string;
  editors?: string;
  minutes: string;
  pause: string;
  work?: string;
  json?: string;
  markdown?: string;
}

export const command = new Command('office')
  .description('用编造的内容测量办公平台：保存、预览、发布到网站；写 --editors 就改为很多人同时保存，保存完核对仓库')
  .helpOption('-h, --help', '显示帮助')
  .option('--entries <篇数>', '有多少篇；k 是一千', '50k')
  .option('--drafts <篇数>', '起草多少篇，每篇保存两次', '40')
  .option('--publications <篇数>', '发布其中多少篇', '10')
  .option('--editors <人数>', '让多少个编辑通过网络同时保存，两个人一个单位')
  .option('--minutes <分钟>', '他们保存多久', '10')
  .option('--pause <秒>', '每人两次保存之间平均歇多久', '0')
  .option('--work <文件夹>', '在哪个文件夹里做；用完的都删掉（默认系统的临时文件夹）')
  .option('--json <文件>', '把全部数字写成 JSON')
  .option('--markdown <文件>', '把表格写成 Markdown')
  .action(async (options: Options) => {
    const { entries, drafts, publications, editors, minutes, pause, work, json, markdown } = options;
    const [count, ...others] = toSizes(entries) ?? [];
    if (count === undefined || others.length > 0) throw new UsageError('--entries 要写成“50k”这样的一个数。');
    if (count < LEAST_ENTRIES) throw new UsageError(`--entries 至少 ${LEAST_ENTRIES}，再少就有空白栏目，通不过检查。`);
    if (!/^[1-9]\d{0,2}$/u.test(drafts) || !/^\d{1,3}$/u.test(publications) || Number(publications) > Number(drafts))
      throw new UsageError('--drafts 要写 1 到 999 之间的数字，--publications 不能比它多。');
    const { stderr } = process;
    const isShown = stderr.isTTY === true && !process.env.CI;
    const onProgress = (words: string) => isShown && stderr.write(`\r\u001b[K${words}`);
    const before = loadavg()[0]!;
    const measure = async <T>(run: (folder: string) => Promise<T>) => {
      const results = await inFolder(work, run).finally(() => onProgress(''));
      return { machine: readMachine(), entries: count, load: [before, loadavg()[0]!] as [number, number], results };
    };
    const write = (all: object, report: string) => {
      if (json !== undefined) writeFileSync(json, `${JSON.stringify(all, null, 2)}\n`);
      if (markdown !== undefined) writeFileSync(markdown, report);
      process.stdout.write(report);
    };
    if (editors === undefined) {
      const counts = { drafts: Number(drafts), publications: Number(publications) };
      const all = await measure((folder) => runOffice({ work: folder, entries: count, ...counts, onProgress }));
      return write(all, toOfficeReport(all));
    }
    const crowd = toCrowd(editors, minutes, pause);
    const all = { ...(await measure((folder) => runCrowd({ work: folder, entries: count, ...crowd, onProgress }))), ...crowd };
    write(all, toCrowdReport(all));
    if (all.results.faults.length > 0) process.exitCode = 1;
  });

function toCrowd(editors: string, minutes: string, pause: string) {
  const [people, time, rest] = [Number(editors), Number(minutes), Number(pause)];
  if (!/^[1-9]\d{0,2}$/u.test(editors) || people > MOST_EDITORS) throw new UsageError(`--editors 要写 1 到 ${MOST_EDITORS} 之间的数字。`);
  if (!/^\d{1,3}(?:\.\d+)?$/u.test(minutes) || time === 0) throw new UsageError('--minutes 要写大于 0 的分钟数。');
  if (!/^\d{1,3}(?:\.\d+)?$/u.test(pause)) throw new UsageError('--pause 要写秒数。');
  return { editors: people, minutes: time, pause: rest };
}
