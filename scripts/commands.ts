import type { Command } from 'commander';
import { toExitCode, UsageError } from './exit.ts';
import { runCommand, toProgram } from './run-command.ts';
import { inChinese } from './usage.ts';

/** One file per command; each is loaded only when it is called. */
const COMMANDS: Record<string, string> = {
  start: '在本机打开样本县的门户网站和办公平台',
  office: '运行办公平台：编辑、审签、发布',
  build: '把内容构建成网站',
  archive: '按单位和年份把已公开的网页和附件打包',
  check: '用全部规则检查内容，或者检查一次改动',
  review: '审查一个合并请求：问题、签字、涉及的公开事项',
  forge: '为代码平台写合并请求的检查流程、负责人和 Decap 配置',
  hook: '装在仓库里的钩子：推送来的改动先审查',
  scan: '查任意文件里的涉密、隐私和隐藏内容',
  import: '把旧文档导入为条目草稿',
  generate: '从内容模型和规则生成手册和 JSON Schema',
  account: '管理内容管理后台的账号',
  audit: '核对或者导出审计记录',
  settings: '调整单位、人员、栏目和其他设置，留下签名的记录',
  key: '更换办公平台的签名密钥，登记备用密钥',
  backup: '备份内容库、账号、密钥、审计记录和网站',
  restore: '从备份恢复，或者演练一次',
  purge: '把误入的内容从全部历史、版本、索引和备份里清除',
  verify: '离线核对网站和责任记录：内容、日期、签字都有签名可查',
  bench: '测量构建速度并与其他生成器比较',
};

/** Runs a command by its name, or tells which there are. */
export async function runNamed(name: string, args: readonly string[]): Promise<void> {
  if (Object.hasOwn(COMMANDS, name)) {
    const { command } = (await import(`./${name}.ts`)) as { command: Command };
    return runCommand(command, args);
  }
  if (name !== '' && !name.startsWith('-')) {
    process.exitCode = toExitCode(new UsageError(`没有“${name}”这个命令。用 gongkai --help 查看全部命令。`));
    return;
  }
  const program = toProgram();
  for (const [each, does] of Object.entries(COMMANDS)) program.command(each).description(does);
  const isAsked = name === '-h' || name === '--help';
  inChinese(program).outputHelp({ error: !isAsked });
  process.exitCode = isAsked ? 0 : 2;
}
