import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { UsageError } from './exit.ts';

interface Options {
  repo: string;
  state: string;
  by: string;
  reason: string;
}

interface ChangeOptions extends Options {
  lost?: boolean;
  stolen?: boolean;
  backupKey?: string;
}

export const command = new Command('key')
  .description('办公平台的签名密钥：更换，登记备用密钥；先停掉办公平台再办理')
  .helpOption('-h, --help', '显示帮助')
  .addHelpText('after', '\n手册：cms/office/keys/KEYS.md。\n退出码：0 已经办理，2 用法不对，或者不能办理。');

const add = (name: string, does: string) =>
  command
    .command(name)
    .description(does)
    .helpOption('-h, --help', '显示帮助')
    .requiredOption('--by <账号>', '谁办理；要有信息办的角色')
    .requiredOption('--reason <原因>', '为什么；原因会公开留下')
    .option('--repo <路径>', '内容库（裸仓库）', '.gongkai/portal.git')
    .option('--state <文件夹>', '账号、密钥、审计记录和索引所在的文件夹', '.gongkai/office');

add('change', '更换签名密钥；以前的密钥给新的签名')
  .option('--lost', '以前的密钥遗失了，没有它签名')
  .option('--stolen', '以前的密钥失窃了，或者可能被别人复制，不用它签名')
  .option('--backup-key <文件>', '登记过的备用密钥的私钥，由它给新密钥签名；和 --lost 或者 --stolen 一起写')
  .action(async ({ lost, stolen, backupKey, ...options }: ChangeOptions) => {
    if (lost && stolen) throw new UsageError('--lost 和 --stolen 只写一个。');
    if (backupKey !== undefined && !lost && !stolen) throw new UsageError('--backup-key 要和 --lost 或者 --stolen 一起写。');
    const loss = lost ? 'lost' : stolen ? 'stolen' : undefined;
    const [{ inStore }, { changeKey }] = await Promise.all([import('./in-store.ts'), import('../cms/office/keys/change-key.ts')]);
    await inStore({ ...options, isKeyLost: loss !== undefined }, async (store, person, note) => {
      const path = join(options.state, 'office-key');
      const { commit, publicKey } = await changeKey(store, person, { path, reason: options.reason, loss, backup: backupKey });
      await tell(commit, publicKey, (detail) => note('key-change', detail), ['已经更换签名密钥', ...toAdvice(loss, backupKey)]);
    });
  });

add('backup', '登记备用密钥：公钥记在内容库里，私钥放在别处，签名密钥遗失、失窃时用')
  .argument('<公钥>', '备用密钥的公钥文件，例如 backup-key.pub')
  .action(async (file: string, options: Options) => {
    if (!existsSync(file)) throw new UsageError(`没有文件 ${file}。核对公钥的路径。`);
    const [{ inStore }, { registerBackup }] = await Promise.all([import('./in-store.ts'), import('../cms/office/keys/register-backup.ts')]);
    await inStore(options, async (store, person, note) => {
      const { commit, publicKey } = await registerBackup(store, person, readFileSync(file, 'utf8'), options.reason);
      await tell(commit, publicKey, (detail) => note('key-backup', detail), [
        '已经登记备用密钥',
        '私钥不要留在这台机器上：放进保险柜，只在签名密钥遗失、失窃时取出来。',
      ]);
    });
  });

/** @param said what was done, and what people have to do now */
async function tell(commit: string, publicKey: string, note: (detail: string) => void, [done, ...advice]: readonly string[]) {
  const { fingerprintOf } = await import('../cms/office/store/ssh-signature.ts');
  const fingerprint = fingerprintOf(publicKey);
  note(fingerprint);
  for (const line of [`${done}，提交 ${commit}。`, `公钥：${publicKey}`, `指纹：${fingerprint}`, ...advice]) console.log(line);
}

function toAdvice(loss: 'lost' | 'stolen' | undefined, backup: string | undefined): string[] {
  const announce = '在网站以外也公布新公钥的指纹（公告、公函、留存的纸质记录）';
  return [
    loss === 'stolen'
      ? '代码平台的公钥文件换成新的 office-key.allowed，核对用的换成新公钥，以前的不再用。'
      : '代码平台、核对用的公钥文件里加上新公钥，以前的留着；state 文件夹里的 office-key.allowed 已经是新的。',
    loss !== undefined && backup === undefined
      ? `新密钥没有以前的密钥或者备用密钥签名，只凭内容库谁也证明不了：${announce}，核对的人要用 --key 给出新公钥。`
      : `${announce}。`,
    '接着备份一次。',
  ];
}
