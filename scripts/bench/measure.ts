import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { type Cpu, readTree, readWaitedCpu } from './process-tree.ts';

/** A process to be measured from its start to its end. */
export interface Run {
  program: string;
  args: string[];
  /** Folder that it runs in. */
  cwd: string;
  env?: Record<string, string>;
}

/** What a process and all its children took; seconds and bytes. */
export interface Measured {
  wall: number;
  user: number;
  system: number;
  /** Peak memory of the process that had the most. */
  largest: number;
  /** Peak of the memory of all processes together; what they share counts for each. */
  together: number;
}

/** A process that ended with another exit code than 0. */
export class FailedError extends Error {
  /** The end of what it printed. */
  readonly said: string;

  constructor(command: string, status: string, log: string) {
    const said = `${readFileSync(log, 'utf8')}\n${readFileSync(`${log}.errors`, 'utf8')}`.trim().slice(-2000);
    super(`${command} 以 ${status} 结束：\n${said}`);
    this.said = said;
  }
}

const EVERY_MS = 50;
const GNU_TIME = '/usr/bin/time';

/**
 * Runs a process and measures it from outside. Its output goes to a file.
 * @throws FailedError when it ends with another exit code than 0
 */
export async function measure(run: Run, log: string): Promise<Measured & { output: string }> {
  const hasTime = existsSync(GNU_TIME);
  const memoryFile = `${log}.memory`;
  const [program, ...args] = hasTime ? [GNU_TIME, '-f', '%M', '-o', memoryFile, run.program, ...run.args] : [run.program, ...run.args];
  const output = openSync(log, 'w');
  const errors = openSync(`${log}.errors`, 'w');
  const before = readWaitedCpu();
  const start = performance.now();
  const child = spawn(program!, args, {
    cwd: run.cwd,
    env: { ...process.env, ...run.env },
    stdio: ['ignore', output, errors],
    detached: true,
  });
  const seen = new Map<number, Cpu>();
  let largest = 0;
  let together = 0;
  const sample = () => {
    const tree = readTree(child.pid!);
    for (const { pid, cpu } of tree) seen.set(pid, cpu);
    largest = Math.max(largest, ...tree.map(({ peak }) => peak));
    together = Math.max(
      together,
      tree.reduce((sum, { resident }) => sum + resident, 0),
    );
  };
  const timer = setInterval(sample, EVERY_MS);
  // Whoever stops us in the middle stops everything that runs for us, before what it writes to is removed.
  const stop = () => process.kill(-child.pid!, 'SIGKILL');
  process.prependListener('exit', stop);
  const status = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal ?? String(code)));
  }).finally(() => {
    clearInterval(timer);
    process.off('exit', stop);
    closeSync(output);
    closeSync(errors);
  });
  const wall = (performance.now() - start) / 1000;
  const after = readWaitedCpu();
  if (status !== '0') throw new FailedError([run.program, ...run.args].join(' '), status, log);
  if (hasTime) largest = Math.max(largest, Number(readFileSync(memoryFile, 'utf8').trim().split('\n').at(-1)) * 1024);
  // A process that is killed and not waited for was only seen; a short one was only waited for.
  const most = (kind: keyof Cpu) =>
    Math.max(
      after[kind] - before[kind],
      [...seen.values()].reduce((sum, cpu) => sum + cpu[kind], 0),
    );
  return {
    wall: toMilliseconds(wall),
    user: toMilliseconds(most('user')),
    system: toMilliseconds(most('system')),
    largest,
    together: Math.max(together, largest),
    output: readFileSync(log, 'utf8'),
  };
}

const toMilliseconds = (seconds: number) => Math.round(seconds * 1000) / 1000;
