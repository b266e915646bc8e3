import { type Argument, type Command, type CommanderError, Help, type Option } from 'commander';
import { UsageError } from './exit.ts';

const TITLES: Record<string, string> = { 'Usage:': '用法：', 'Options:': '选项：', 'Commands:': '命令：', 'Arguments:': '参数：' };

/** Characters that take two columns of a terminal. */
const WIDE = /[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/gu;

/** Makes a command and those under it speak Chinese about themselves, and leave errors to the caller. */
export function inChinese(command: Command): Command {
  command
    .helpCommand(false)
    .exitOverride((error) => {
      throw error.exitCode === 0 ? error : new UsageError(toWords(error, command));
    })
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      optionDescription: toDescription,
      displayWidth: (text) => text.replace(WIDE, 'xx').length,
      formatHelp: (of, help) => Help.prototype.formatHelp.call(help, of, help).replace('： ', '：'),
      subcommandTerm: (inner) => [inner.name(), ...inner.registeredArguments.map(toArgument)].join(' '),
    })
    .configureOutput({ outputError: () => {} });
  if (command.commands.length === 0) command.usage([...command.registeredArguments.map(toArgument), '[选项]'].join(' '));
  else command.usage('<命令> [选项]');
  for (const inner of command.commands) inChinese(inner);
  return command;
}

const toDescription = ({ description, defaultValue }: Option) =>
  String(defaultValue ?? '') === '' ? description : `${description}（默认 ${defaultValue}）`;

const toArgument = (argument: Argument) => {
  const name = `${argument.name()}${argument.variadic ? '…' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
};

const WORDS: Record<string, (name: string) => string> = {
  'commander.help': () => '还没有写要用的命令。',
  'commander.unknownOption': (name) => `没有 ${name} 这个选项。`,
  'commander.unknownCommand': (name) => `没有“${name}”这个命令。`,
  'commander.missingArgument': (name) => `还没有写“${name}”。`,
  'commander.optionMissingArgument': (name) => `选项 ${name} 后面要写内容。`,
  'commander.missingMandatoryOptionValue': (name) => `还缺少选项 ${name}。`,
  'commander.excessArguments': () => '多写了参数。',
  'commander.invalidArgument': (name) => `${name} 写得不对。`,
};

/** What is wrong with the way a command was called, in one sentence, and whose help tells more. */
function toWords(error: CommanderError, command: Command): string {
  const name = /'([^']+)'/u.exec(error.message)?.[1] ?? '';
  return `${WORDS[error.code]?.(name) ?? '用法不对。'}用 ${toPath(command)} --help 查看用法。`;
}

const toPath = (command: Command): string => (command.parent ? `${toPath(command.parent)} ${command.name()}` : command.name());
