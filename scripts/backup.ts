import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { toMinute } from '../cms/office/store/clock.ts';
import { writeManifest } from './backup/manifest.ts';
import { saveRelease } from './backup/release.ts';
import { saveRepository } from './backup/repository.ts';
import { saveState } from './backup/state.ts';
import { UsageError } from './exit.ts';
import { requireRepository } from './require-repository.ts';

interface Options {
  repo: string;
  state: string;
  out: string;
  to: string;
}

export const command = new Command('backup')
  .description('备份内容库、账号、密钥、审计记录和已发布的网站；办公平台可以照常运行')
  .helpOption('-h, --help', '显示帮助')
  .option('--repo <路径>', '内容所在的裸仓库', '.gongkai/portal.git')
  .option('--state <文件夹>', '账号、密钥和审计记录所在的文件夹', '.gongkai/office')
  .option('--out <文件夹>', '网站发布在哪里', '.gongkai/site')
  .option('--to <文件夹>', '备份放在哪里，每次一个新的文件夹', '.gongkai/backups')
  .action(async (options: Options) => {
    const { place, files, bytes } = await run(options);
    console.log(`备份 ${place}，${files} 个文件，${bytes} 字节。里面有账号和密钥，只许管理员读取；另存一份到别的机器。`);
  });

async function run({ repo, state, out, to }: Options) {
  requireRepository(repo, 'HEAD');
  if (!existsSync(state)) throw new UsageError(`没有文件夹 ${state}。核对 --state 的路径。`);
  const madeAt = toMinute(Date.now() / 1000);
  const place = join(to, madeAt.replace(/[-:]/gu, '').replace(' ', '-'));
  if (existsSync(place)) throw new UsageError(`${place} 已经有了，这一分钟备份过。过一分钟再备份。`);
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const making = `${place}.making-${process.pid}`;
  mkdirSync(making, { mode: 0o700 });
  try {
    const key = keyOf(state);
    const main = await saveRepository(repo, join(making, 'repository.bundle'));
    // After the repository: whatever was done in it stands in the log.
    await saveState(state, join(making, 'office'));
    if (keyOf(state) !== key) throw new UsageError('备份的时候更换了签名密钥，没有备份完。再备份一次。');
    const release = await saveRelease(out, join(making, 'site'));
    const { files } = await writeManifest(making, { madeAt, main, release });
    renameSync(making, place);
    const sizes = Object.values(files).map(({ size }) => size);
    return { place, files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw error;
  }
}

/** The office's key as it is; it must be that of the repository which is saved before it. */
const keyOf = (state: string): string => (existsSync(join(state, 'office-key')) ? readFileSync(join(state, 'office-key'), 'utf8') : '');
