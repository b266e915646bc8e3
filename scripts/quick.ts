import { runCommand } from './run-command.ts';

/** Commands that are called often for a moment's work, so that most of what they cost is their start: they are run compiled. */
const QUICK = {
  build: () => import('./build.ts'),
  check: () => import('./check.ts'),
  hook: () => import('./hook.ts'),
  review: () => import('./review.ts'),
  scan: () => import('./scan.ts'),
};

export type Quick = keyof typeof QUICK;

/** Runs one of them with what was written behind its name. */
export const runQuick = async (name: Quick, args: readonly string[]): Promise<void> => runCommand((await QUICK[name]()).command, args);
