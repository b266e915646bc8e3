#!/usr/bin/env node
import { enableCompileCache, getCompileCacheDir } from 'node:module';

enableCompileCache();
// For threads and processes of ours, from their first line on.
process.env.NODE_COMPILE_CACHE ??= getCompileCacheDir();
const { Command, CommanderError } = await import('commander');
const { UsageError, toExitCode } = await import('./exit.ts');
const { inChinese, toWords } = await import('./usage.ts');

/** One file per command; each is loaded only when it is called. */
const COMMANDS: Record<string, string> = {
  start: '构建样本县并在本机打开门户网站',
  build: '把内容构建成网站',
  check: '用全部规则检查内容，或者检查一次改动',
  scan: '查任意文件里的涉密、隐私和隐藏内容',
  import: '把旧文档导入为条目草稿',
  generate: '从内容模型和规则生成手册和 JSON Schema',
  bench: '测量构建速度并与其他生成器比较',
};

const [name = '', ...rest] = process.argv.slice(2);
const program = new Command('gongkai')
  .description('政府门户网站群：内容、检查、构建')
  .helpOption('-h, --help', '显示帮助')
  .helpCommand(false);

try {
  if (Object.hasOwn(COMMANDS, name)) {
    const { command } = (await import(`./${name}.ts`)) as { command: InstanceType<typeof Command> };
    await inChinese(program.addCommand(command)).parseAsync([name, ...rest], { from: 'user' });
  } else {
    if (name !== '' && !name.startsWith('-')) throw new UsageError(`没有“${name}”这个命令。用 gongkai --help 查看全部命令。`);
    for (const [each, does] of Object.entries(COMMANDS)) program.command(each).description(does);
    const isAsked = name === '-h' || name === '--help';
    inChinese(program).outputHelp({ error: !isAsked });
    process.exitCode = isAsked ? 0 : 2;
  }
} catch (error) {
  if (!(error instanceof CommanderError)) process.exitCode = toExitCode(error);
  else {
    const words = toWords(error, name);
    if (words !== undefined) console.error(words);
    process.exitCode = words === undefined ? 0 : 2;
  }
}
