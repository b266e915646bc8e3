import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { toSource } from '../cms/library/content.ts';
import { Accounts } from '../cms/office/accounts/accounts.ts';
import { makePassword, refusePassword } from '../cms/office/accounts/password.ts';
import { readPeople } from '../cms/office/accounts/people.ts';
import { Audit } from '../cms/office/audit/audit.ts';
import type { AuditAct } from '../cms/office/audit/words.ts';
import { UsageError } from './exit.ts';

const STATE = '.gongkai/office';
/** Acts of the command line are those of nobody who is logged in. */
const NOBODY = '-';

interface Options {
  state: string;
  content: string;
  repo?: string;
  stdin?: boolean;
}

export const command = new Command('account').description('管理内容管理后台的账号').helpOption('-h, --help', '显示帮助');

const toUnknown = (id: string) => new UsageError(`没有账号 ${JSON.stringify(id)}。用 gongkai account list 查看全部账号。`);

subcommand('add <账号>', '为单位文件里的人开账号')
  .option('--content <文件夹>', '内容文件夹', 'content')
  .option('--repo <路径>', '内容在这个 Git 仓库的 main 分支里')
  .option('--stdin', '从标准输入读密码；不写就随机生成，只显示一次')
  .action(async (id: string, { state, content, repo, stdin }: Options) => {
    const source = toSource(repo === undefined ? { folder: content } : { repository: repo, revision: 'refs/heads/main' });
    if (!readPeople(source).has(id))
      throw new UsageError(`各单位的发布人员里没有 ${JSON.stringify(id)}。先在 units/ 下的单位文件里写上这个人和角色。`);
    const password = await choosePassword(id, stdin);
    await using(state, 'account-add', id, async (accounts) => {
      if (!(await accounts.add(id, password)))
        throw new UsageError(`已经有账号 ${id}。改密码用 gongkai account passwd，重新启用用 gongkai account enable。`);
    });
    console.log(stdin ? `已经开通账号 ${id}。` : `已经开通账号 ${id}，密码 ${password}。密码只显示这一次。`);
  });

subcommand('passwd <账号>', '改密码')
  .option('--stdin', '从标准输入读密码；不写就随机生成，只显示一次')
  .action(async (id: string, { state, stdin }: Options) => {
    const password = await choosePassword(id, stdin);
    await using(state, 'account-passwd', id, async (accounts) => {
      if (!(await accounts.setPassword(id, password))) throw toUnknown(id);
    });
    console.log(stdin ? `账号 ${id} 的密码已经改好。` : `账号 ${id} 的新密码 ${password}。密码只显示这一次。`);
  });

for (const [name, does, disabled] of [
  ['disable', '停用', true],
  ['enable', '启用', false],
] as const)
  subcommand(`${name} <账号>`, `${does}账号`).action(async (id: string, { state }: Options) => {
    await using(state, `account-${name}`, id, (accounts) => {
      if (!accounts.setDisabled(id, disabled)) throw toUnknown(id);
    });
    console.log(`账号 ${id} 已经${does}。`);
  });

subcommand('list', '列出全部账号').action(({ state }: Options) => {
  const accounts = new Accounts(state);
  for (const { id, disabled } of accounts.list()) console.log(`${id}　${disabled ? '停用' : '在用'}`);
  accounts.close();
});

function subcommand(usage: string, does: string): Command {
  return command
    .command(usage)
    .description(does)
    .helpOption('-h, --help', '显示帮助')
    .option('--state <文件夹>', '账号和审计记录所在的文件夹', STATE);
}

/** Changes the accounts of a state folder and writes it into the audit log. */
async function using(state: string, act: AuditAct, id: string, change: (accounts: Accounts) => unknown) {
  const accounts = new Accounts(state);
  const audit = new Audit(state, () => new Date());
  try {
    await change(accounts);
    audit.add({ person: NOBODY, act, detail: id });
  } finally {
    audit.close();
    accounts.close();
  }
}

async function choosePassword(id: string, stdin = false): Promise<string> {
  if (!stdin) return makePassword();
  const password = (await text(process.stdin)).replace(/\r?\n$/u, '');
  const refused = refusePassword(password, id);
  if (refused !== undefined) throw new UsageError(refused);
  return password;
}
