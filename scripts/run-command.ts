import { Command, CommanderError } from 'commander';
import { toExitCode } from './exit.ts';
import { inChinese } from './usage.ts';

/**
 * Runs a command of `gongkai`. What goes wrong is told in one sentence, and is the exit code.
 * @param args what was written behind its name
 */
export async function runCommand(command: Command, args: readonly string[]): Promise<void> {
  try {
    await inChinese(toProgram().addCommand(command)).parseAsync([command.name(), ...args], { from: 'user' });
  } catch (error) {
    // Only help that was asked for is left to commander's own errors.
    process.exitCode = error instanceof CommanderError ? 0 : toExitCode(error);
  }
}

export const toProgram = (): Command =>
  new Command('gongkai').description('政府门户网站群：内容、检查、构建').helpOption('-h, --help', '显示帮助');
