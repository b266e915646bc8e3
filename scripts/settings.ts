import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { Refusal } from '../cms/office/store/refusal.ts';
import type { SettingsFile } from '../cms/office/workflow/settings.ts';
import { UsageError } from './exit.ts';

interface Options {
  repo: string;
  state: string;
  content: string;
  by: string;
  reason: string;
}

export const command = new Command('settings')
  .description('调整设置：单位和人员、栏目、目录、网站信息，由信息办的人办理，留下签名的记录')
  .helpOption('-h, --help', '显示帮助')
  .argument('<文件...>', '要调整的文件，从内容文件夹算起，例如 units/yunxi.yaml；文件夹里没有的，从内容库删去')
  .requiredOption('--content <文件夹>', '改好的文件所在的内容文件夹')
  .requiredOption('--by <账号>', '谁办理；要有信息办的角色')
  .requiredOption('--reason <原因>', '为什么调整；原因会留下记录')
  .option('--repo <路径>', '内容库（裸仓库）', '.gongkai/portal.git')
  .option('--state <文件夹>', '账号、密钥、审计记录和索引所在的文件夹', '.gongkai/office')
  .addHelpText(
    'after',
    '\n先停掉办公平台再办理；办公平台再启动时，网站跟着更新。\n退出码：0 已经调整，1 检查没有通过，2 用法不对，或者不能办理。',
  )
  .action(async (paths: string[], { repo, state, content, by, reason }: Options) => {
    const files = paths.map((path) => readFile(content, path));
    const [{ inStore }, { changeSettings }] = await Promise.all([import('./in-store.ts'), import('../cms/office/workflow/settings.ts')]);
    try {
      await inStore({ repo, state, by }, async (store, person, note) => {
        const commit = await changeSettings(store, person, files, reason);
        note('settings', paths.join(' ').slice(0, 200));
        console.log(`已经调整，提交 ${commit}。`);
      });
    } catch (error) {
      if (!(error instanceof Refusal) || error.findings.length === 0) throw error;
      console.error(error.message);
      for (const { file, where, message } of error.findings) console.error(`${file}　${where}：${message}`);
      process.exitCode = 1;
    }
  });

function readFile(content: string, path: string): SettingsFile {
  const full = join(content, path);
  if (!existsSync(full)) return { path, bytes: undefined };
  if (!statSync(full).isFile()) throw new UsageError(`${path} 不是文件。逐个写出要调整的文件。`);
  return { path, bytes: readFileSync(full) };
}
