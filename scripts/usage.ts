import type { Argument, Command, CommanderError, Option } from 'commander';

const TITLES: Record<string, string> = { 'Usage:': '用法：', 'Options:': '选项：', 'Commands:': '命令：', 'Arguments:': '参数：' };

/** Makes a command speak Chinese about itself and leave errors to the caller. */
export function inChinese(command: Command): Command {
  command
    .exitOverride()
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title, optionDescription: toDescription })
    .configureOutput({ outputError: () => {} });
  if (command.commands.length === 0) command.usage([...command.registeredArguments.map(toArgument), '[选项]'].join(' '));
  else command.usage('<命令> [选项]');
  for (const inner of command.commands) inChinese(inner);
  return command;
}

const toDescription = ({ description, defaultValue }: Option) =>
  defaultValue === undefined ? description : `${description}（默认 ${defaultValue}）`;

const toArgument = (argument: Argument) => {
  const name = `${argument.name()}${argument.variadic ? '…' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
};

const WORDS: Record<string, (name: string) => string> = {
  'commander.unknownOption': (name) => `没有 ${name} 这个选项。`,
  'commander.unknownCommand': (name) => `没有“${name}”这个命令。`,
  'commander.missingArgument': (name) => `还缺少 ${name}。`,
  'commander.optionMissingArgument': (name) => `选项 ${name} 后面要写内容。`,
  'commander.missingMandatoryOptionValue': (name) => `还缺少选项 ${name}。`,
  'commander.excessArguments': () => '多写了参数。',
  'commander.invalidArgument': (name) => `${name} 写得不对。`,
};

/** What is wrong with the way a command was called, in one sentence; undefined when help was asked for. */
export function toWords(error: CommanderError, command: string): string | undefined {
  if (error.exitCode === 0) return undefined;
  const name = /'([^']+)'/u.exec(error.message)?.[1] ?? '';
  return `${WORDS[error.code]?.(name) ?? '用法不对。'}用 gongkai ${command} --help 查看用法。`;
}
