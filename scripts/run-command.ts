import { Command, CommanderError } from 'commander';
import { toExitCode } from './exit.ts';
import { inChinese, toWords } from './usage.ts';

/**
 * Runs a command of `gongkai`. What goes wrong is told in one sentence, and is the exit code.
 * @param args what was written behind its name
 */
export async function runCommand(command: Command, args: readonly string[]): Promise<void> {
  const name = command.name();
  try {
    await inChinese(toProgram().addCommand(command)).parseAsync([name, ...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) process.exitCode = toExitCode(error);
    else {
      const words = toWords(error, name);
      if (words !== undefined) console.error(words);
      process.exitCode = words === undefined ? 0 : 2;
    }
  }
}

export const toProgram = (): Command =>
  new Command('gongkai').description('政府门户网站群：内容、检查、构建').helpOption('-h, --help', '显示帮助').helpCommand(false);
