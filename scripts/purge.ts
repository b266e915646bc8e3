import { rmSync } from 'node:fs';
import { Command } from 'commander';
import type { Rewritten } from '../cms/office/purge/rewrite.ts';
import { UsageError } from './exit.ts';
import { today } from './today.ts';

interface Options {
  repo: string;
  state: string;
  out: string;
  backups: string;
  entry?: string;
  by?: string;
  reason?: string;
  execute?: boolean;
}

export const command = new Command('purge')
  .description('误入的涉密或者个人信息：从全部历史、版本、索引、缓存和备份里清除；先停掉办公平台')
  .helpOption('-h, --help', '显示帮助')
  .option('--repo <路径>', '内容所在的裸仓库', '.gongkai/portal.git')
  .option('--state <文件夹>', '账号、密钥和审计记录所在的文件夹', '.gongkai/office')
  .option('--out <文件夹>', '网站发布在哪里', '.gongkai/site')
  .option('--backups <文件夹>', '备份放在哪里', '.gongkai/backups')
  .option('--entry <文件夹>', '条目的文件夹，例如 entries/finance/notice/2026/20261126-abc234')
  .option('--by <账号>', '信息办里决定清除的人')
  .option('--reason <原因>', '清除的原因，会公开留下；不要写进要清除的内容')
  .option('--execute', '真的清除，不能恢复；不写就是演练，只列出要清除什么')
  .action(async (options: Options) => {
    if (!(await run(options))) process.exitCode = 1;
  });

/** Says what would go. */
function tell({ commits, refs, blobs }: Rewritten, caches: readonly string[], old: readonly string[]) {
  console.log(`历史：${commits.size} 次提交改写，${refs.length} 个分支和引用移动，${blobs.size} 个文件的内容清除。`);
  console.log(`索引和缓存：${caches.join('、') || '没有'}，删去重做；网站重新生成，以前的版本全部删去。`);
  console.log(`备份：${old.length === 0 ? '没有含这条内容的。' : `${old.length} 份含有这条内容，删去：${old.join('、')}`}`);
}

/** @returns whether nothing is left of it that this command can reach */
async function run({ repo, state, out, backups, entry, by, reason, execute }: Options): Promise<boolean> {
  if (entry === undefined || by === undefined || reason === undefined) throw new UsageError('--entry、--by、--reason 都要写。');
  const [{ inStore }, { purge, rehearsePurge }, { backupsWith }, { cleanSite, cleanState, remade }] = await Promise.all([
    import('./in-store.ts'),
    import('../cms/office/purge/purge.ts'),
    import('./purge/backups-with.ts'),
    import('./purge/clean-up.ts'),
  ]);
  // As long as another has the repository, its state is in use.
  let isOurs = false;
  try {
    return await inStore({ repo, state, by }, async (store, person, note) => {
      isOurs = true;
      const asked = { folder: entry, reason };
      const rehearsed = await rehearsePurge(store, person, asked);
      const old = await backupsWith(backups, repo, new Set(rehearsed.commits.keys()));
      tell(rehearsed, remade(state), old);
      if (!execute) {
        console.log('这是演练，没有改动任何东西。真的清除，加上 --execute；清除以后不能恢复。');
        return true;
      }
      const done = await purge(store, person, asked, rehearsed);
      note('purge', entry);
      for (const backup of old) rmSync(backup, { recursive: true, force: true });
      await cleanSite(out, repo, today());
      console.log(
        `已经清除，记在提交 ${done.commit} 里。接着备份一次；别处另存的备份、--remote 同步过去的仓库、别人取走的仓库和网页副本，要由人去清除或者重新建立。`,
      );
      if (done.elsewhere === 0) return true;
      console.error(`还有 ${done.elsewhere} 个文件，别的内容里有一模一样的，没有清除。查明是哪些内容，一并下线、清除。`);
      return false;
    });
  } finally {
    if (execute && isOurs) cleanState(state);
  }
}
