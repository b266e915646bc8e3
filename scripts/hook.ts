import { realpathSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { UsageError } from './exit.ts';
import type { RefUpdate } from './hook/decide.ts';
import { toProgress } from './progress.ts';
import { requireRepository } from './require-repository.ts';
import { withoutWords } from './without-words.ts';

export const command = new Command('hook').description('装在仓库里的钩子：推送来的改动先审查').helpOption('-h, --help', '显示帮助');

command
  .command('install')
  .description('把钩子装进一个裸仓库')
  .helpOption('-h, --help', '显示帮助')
  .requiredOption('--repo <路径>', '接收推送的裸仓库')
  .requiredOption('--key <文件>', '办公平台的公钥；只有它签名的提交能移动 main')
  .addHelpText('after', '\n装好以后：main 只由办公平台的密钥移动；任何人可以推送 drafts/ 开头的分支，有涉密、隐私问题或者不是内容的不收。')
  .action(async ({ repo, key }: { repo: string; key: string }) => {
    requireRepository(repo);
    const progress = toProgress();
    try {
      const { installHook } = await import('./hook/install.ts');
      const hook = await withoutWords(() => installHook(realpathSync(repo), key, (done, of) => progress.show('read', done, of)));
      console.log(`钩子装在 ${hook}。`);
    } finally {
      progress.end();
    }
  });

command
  .command('pre-receive')
  .description('由 Git 调用：从标准输入读要移动的分支，审查通过才放行')
  .helpOption('-h, --help', '显示帮助')
  .action(async () => {
    const updates = toUpdates(await text(process.stdin));
    const [{ judgePush }, { Examiners }] = await Promise.all([import('./hook/judge-push.ts'), import('../checks/engine/examiners.ts')]);
    const examiners = new Examiners();
    try {
      const { isRefused, lines } = await withoutWords(() => judgePush(realpathSync(process.env.GIT_DIR ?? '.'), updates, examiners));
      for (const line of lines) console.error(line);
      if (isRefused) process.exitCode = 1;
    } finally {
      examiners.close();
    }
  });

/** Git writes a line for each ref: old commit, new commit, name. */
function toUpdates(written: string): RefUpdate[] {
  return written
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [, from = '', to = '', ref = ''] = /^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) (.+)$/u.exec(line) ?? [];
      if (ref === '') throw new UsageError('标准输入不是 Git 写给钩子的样子。这个命令由 Git 调用。');
      return { ref, ...(!NONE.test(from) && { from }), ...(!NONE.test(to) && { to }) };
    });
}

const NONE = /^0+$/u;
