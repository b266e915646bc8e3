import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { toMinute } from '../cms/office/store/clock.ts';
import { isSound, toReport } from './backup/report.ts';
import { restoreInto } from './backup/restore-into.ts';
import { UsageError } from './exit.ts';

interface Options {
  to?: string;
  drill?: boolean;
  report?: string;
}

export const command = new Command('restore')
  .description('从备份恢复到空的文件夹；或者演练一次，写出报告')
  .argument('<备份>', 'gongkai backup 做的文件夹')
  .helpOption('-h, --help', '显示帮助')
  .option('--to <文件夹>', '恢复到哪里；要是空的，或者还没有')
  .option('--drill', '演练：恢复到临时的地方，核对、取回网站的每个文件、打开办公平台，然后删去')
  .option('--report <文件>', '演练报告写到哪里（默认打印出来）')
  .action(async (backup: string, { to, drill, report }: Options) => {
    if (drill ? to !== undefined : to === undefined) throw new UsageError('--to 和 --drill 写一个：恢复到一个空的文件夹，或者演练。');
    if (report !== undefined && !drill) throw new UsageError('--report 要和 --drill 一起用。');
    if (drill) await practise(backup, report);
    else await restore(backup, to!);
  });

async function restore(backup: string, to: string) {
  const restored = await restoreInto(backup, to);
  const { repository, state, out, commits, accounts, lines, wrong, manifest } = restored;
  for (const words of wrong) console.error(`审计记录：${words}`);
  console.log(`已恢复 ${manifest.madeAt} 的备份：${commits} 次提交，${accounts} 个账号，审计记录 ${lines} 行。`);
  console.log(`启动：gongkai office --repo ${repository} --state ${state} --out ${out}`);
  if (!isSound(restored)) process.exitCode = 1;
}

async function practise(backup: string, report: string | undefined) {
  const begun = performance.now();
  const place = mkdtempSync(join(tmpdir(), 'gongkai-drill-'));
  try {
    const restored = await restoreInto(backup, join(place, 'restored'));
    const { drill } = await import('./backup/drill.ts');
    const tried = await drill(restored);
    const seconds = Math.round((performance.now() - begun) / 1000);
    const text = toReport(backup, restored, tried, { at: toMinute(Date.now() / 1000), seconds });
    if (report === undefined) console.log(text);
    else {
      writeFileSync(report, text);
      console.log(`演练报告 ${report}`);
    }
    if (!isSound(restored, tried)) process.exitCode = 1;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
