import type { Command } from 'commander';
import { toExitCode, UsageError } from './exit.ts';
import { runCommand, toProgram } from './run-command.ts';
import { inChinese } from './usage.ts';

/** One file per command; each is loaded only when it is called. */
const COMMANDS: Record<string, { does: string; load: () => Promise<{ command: Command }> }> = {
  start: { does: '在本机打开样本县的门户网站和办公平台', load: () => import('./start.ts') },
  office: { does: '运行办公平台：编辑、审签、发布', load: () => import('./office.ts') },
  build: { does: '把内容构建成网站', load: () => import('./build.ts') },
  archive: { does: '按单位和年份把已公开的网页和附件打包', load: () => import('./archive.ts') },
  check: { does: '用全部规则检查内容，或者检查一次改动', load: () => import('./check.ts') },
  review: { does: '审查一个合并请求：问题、签字、涉及的公开事项', load: () => import('./review.ts') },
  forge: { does: '为代码平台写合并请求的检查流程、负责人和 Decap 配置', load: () => import('./forge.ts') },
  hook: { does: '装在仓库里的钩子：推送来的改动先审查', load: () => import('./hook.ts') },
  scan: { does: '查任意文件里的涉密、隐私和隐藏内容', load: () => import('./scan.ts') },
  import: { does: '把旧文档导入为条目草稿', load: () => import('./import.ts') },
  generate: { does: '从内容模型和规则生成手册和 JSON Schema', load: () => import('./generate.ts') },
  account: { does: '管理内容管理后台的账号', load: () => import('./account.ts') },
  audit: { does: '核对或者导出审计记录', load: () => import('./audit.ts') },
  settings: { does: '调整单位、人员、栏目和其他设置，留下签名的记录', load: () => import('./settings.ts') },
  key: { does: '更换办公平台的签名密钥，登记备用密钥', load: () => import('./key.ts') },
  backup: { does: '备份内容库、账号、密钥、审计记录和网站', load: () => import('./backup.ts') },
  restore: { does: '从备份恢复，或者演练一次', load: () => import('./restore.ts') },
  purge: { does: '把误入的内容从全部历史、版本、索引和备份里清除', load: () => import('./purge.ts') },
  verify: { does: '离线核对网站和责任记录：内容、日期、签字都有签名可查', load: () => import('./verify.ts') },
  bench: { does: '测量构建速度并与其他生成器比较', load: () => import('./bench.ts') },
};

/** Runs a command by its name, or tells which there are. */
export async function runNamed(name: string, args: readonly string[]): Promise<void> {
  if (Object.hasOwn(COMMANDS, name)) {
    const { command } = await COMMANDS[name]!.load();
    return runCommand(command, args);
  }
  if (name !== '' && !name.startsWith('-')) {
    process.exitCode = toExitCode(new UsageError(`没有“${name}”这个命令。用 gongkai --help 查看全部命令。`));
    return;
  }
  const program = toProgram();
  for (const [each, { does }] of Object.entries(COMMANDS)) program.command(each).description(does);
  const isAsked = name === '-h' || name === '--help';
  inChinese(program).outputHelp({ error: !isAsked });
  process.exitCode = isAsked ? 0 : 2;
}
