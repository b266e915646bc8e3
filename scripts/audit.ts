import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { Audit } from '../cms/office/audit/audit.ts';
import { toCsv } from '../cms/office/audit/csv.ts';
import { verify } from '../cms/office/audit/verify.ts';
import { UsageError } from './exit.ts';
import { print } from './print.ts';

export const command = new Command('audit')
  .description('核对审计记录有没有被改动，或者导出')
  .helpOption('-h, --help', '显示帮助')
  .option('--state <文件夹>', '账号和审计记录所在的文件夹', '.gongkai/office')
  .option('--csv', '导出为 CSV')
  .action(async ({ state, csv }: { state: string; csv?: boolean }) => {
    if (!existsSync(`${state}/audit.sqlite`)) throw new UsageError(`${state} 里没有审计记录。核对 --state 的路径。`);
    const audit = new Audit(state, () => new Date());
    const { path, head } = audit;
    audit.close();
    const wrong = verify(path, head);
    for (const words of wrong) console.error(words);
    if (wrong.length > 0) process.exitCode = 1;
    if (csv) await print(existsSync(path) ? toCsv(path) : '');
    else if (wrong.length === 0) console.log(`审计记录共 ${head.lines} 行，没有发现改动。`);
  });
