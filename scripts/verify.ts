import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { verifyChain } from '../checks/chain/verify-chain.ts';
import { readKeys } from '../cms/office/store/ssh-signature.ts';
import { inFolder } from './bench/in-folder.ts';
import { UsageError } from './exit.ts';
import { print } from './print.ts';
import { toProgress } from './progress.ts';
import { releaseAt } from './verify/compare-release.ts';
import { closeEnvironment } from './verify/rebuild.ts';
import { toVerificationReport } from './verify/report-verification.ts';
import { verifyRelease } from './verify/verify-release.ts';

interface Options {
  repo: string;
  key: string[];
  head: string[];
  work?: string;
  format: string;
}

/** Off a terminal, so many acts, pages or files are done without a word. */
const EVERY = 10_000;

const collect = (value: string, all: string[]) => [...all, value];

export const command = new Command('verify')
  .description('离线核对：网站的每个字节、每个发布日期、每个签字，都有签名的提交可查')
  .helpOption('-h, --help', '显示帮助')
  .argument('[网站]', '网站文件夹；不写就只核对链条')
  .requiredOption('--repo <路径>', '内容库（Git 仓库）')
  .requiredOption('--key <文件>', '办公平台的公钥；换过密钥的，给出任何一把都可以，可以写几次', collect, [])
  .option('--head <编号>', '以前抄下的链头，核对它在今天的链条里；可以写几次', collect, [])
  .option('--work <文件夹>', '在哪个文件夹里重新生成网站；用完就删掉（默认系统的临时文件夹）')
  .option('--format <格式>', '结果的格式：text 或者 json', 'text')
  .addHelpText('after', '\n不用联网，只要有 Git 和 Node。\n退出码：0 没有问题，1 有问题，2 用法不对或者读不出来。')
  .action(async (site: string | undefined, { repo, key, head, work, format }: Options) => {
    if (format !== 'text' && format !== 'json') throw new UsageError('--format 只能是 text 或者 json。');
    if (head.some((id) => !/^[0-9a-f]{12,40}$/u.test(id))) throw new UsageError('--head 要写链头的编号，至少前 12 位。');
    const keys = key.map(readKey);
    const release = site === undefined ? undefined : releaseAt(site);
    if (site !== undefined && release === undefined) throw new UsageError(`${site} 里没有 index.html，不是网站文件夹。核对路径。`);
    closeEnvironment();
    const now = Date.now();
    const progress = toProgress({ every: EVERY });
    try {
      const repository = resolve(repo);
      const chain = await verifyChain({ repository, keys, now, heads: head, onProgress: (done, of) => progress.show('verify', done, of) });
      const compare = (folder: string) =>
        verifyRelease(release!, { repository, main: chain.main, now, work: folder, onProgress: progress.show });
      const compared = release === undefined ? undefined : await inFolder(work, compare);
      const { main: _, ...told } = chain;
      if (format === 'json') await print(`${JSON.stringify({ chain: told, release: compared }, null, 2)}\n`);
      else await print(toVerificationReport(chain, compared));
      if (chain.faults.length > 0 || (compared?.faults.length ?? 0) > 0) process.exitCode = 1;
    } finally {
      progress.end();
    }
  });

function readKey(path: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`读不出公钥文件 ${path}。核对 --key 的路径。`);
  }
  if (readKeys(text).length === 0) throw new UsageError(`${path} 里没有 ssh-ed25519 公钥。核对 --key 的文件。`);
  return text;
}
