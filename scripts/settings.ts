import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { Audit } from '../cms/office/audit/audit.ts';
import type { Review } from '../cms/office/review.ts';
import { Refusal } from '../cms/office/store/refusal.ts';
import type { SettingsFile } from '../cms/office/workflow/settings.ts';
import { UsageError } from './exit.ts';
import { hostOf } from './portal-host.ts';
import { requireRepository } from './require-repository.ts';
import { today } from './today.ts';

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
    requireRepository(repo);
    if (!existsSync(state)) throw new UsageError(`没有文件夹 ${state}。核对 --state 的路径。`);
    const files = paths.map((path) => readFile(content, path));
    const [{ Examiners }, { Store }, { changeSettings }, { openReview }] = await Promise.all([
      import('../checks/engine/examiners.ts'),
      import('../cms/office/store/store.ts'),
      import('../cms/office/workflow/settings.ts'),
      import('./open-review.ts'),
    ]);
    let examiners: InstanceType<typeof Examiners> | undefined;
    // What is refused for another reason need not wait for the rules to be loaded.
    const review: Review = (change) => {
      examiners ??= new Examiners();
      return openReview({ repository: repo, index: join(state, 'index.db'), today, examiners })(change);
    };
    try {
      const store = await Store.open({ repository: repo, key: join(state, 'office-key'), host: hostOf(repo), review });
      try {
        const person = (await store.people()).get(by);
        if (!person) throw new UsageError(`内容库里没有账号 ${by}。核对 --by 的账号。`);
        const commit = await changeSettings(store, person, files, reason);
        note(state, by, paths);
        console.log(`已经调整，提交 ${commit}。`);
      } finally {
        await store.close();
      }
    } catch (error) {
      if (!(error instanceof Refusal) || error.findings.length === 0) throw error;
      console.error(error.message);
      for (const { file, where, message } of error.findings) console.error(`${file}　${where}：${message}`);
      process.exitCode = 1;
    } finally {
      examiners?.close();
    }
  });

function readFile(content: string, path: string): SettingsFile {
  const full = join(content, path);
  if (!existsSync(full)) return { path, bytes: undefined };
  if (!statSync(full).isFile()) throw new UsageError(`${path} 不是文件。逐个写出要调整的文件。`);
  return { path, bytes: readFileSync(full) };
}

function note(state: string, person: string, paths: readonly string[]) {
  const audit = new Audit(state, () => new Date());
  audit.add({ person, act: 'settings', detail: paths.join(' ').slice(0, 200) });
  audit.close();
}
