import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/** What an office said that it had accepted, in the words of `workWithoutPause`. */
export interface Told {
  act: 'ready' | 'save' | 'submit' | 'publish';
  folder: string;
  version: string;
  number: string;
  commit: string;
}

export interface Death {
  /** Script of an office that ends in `workWithoutPause`, and what it is given. */
  script: string;
  options: object;
  /** Acts after which it dies: by what it has done and not by the clock, so that a slow machine kills it at work as well. */
  acts: number;
  /** Milliseconds from then on. */
  later: number;
  /** Milliseconds after which it dies whatever it has done: while it starts and recovers. */
  early?: number;
  /** Whether the processes that it has begun die with it. */
  isWhole: boolean;
}

/** Runs an office and kills it. @returns what it told, and how it ended */
export async function killAtWork({ script, options, acts, later, early, isWhole }: Death): Promise<{ told: Told[]; ended: unknown[] }> {
  const child = spawn(process.execPath, [script, JSON.stringify(options)], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const told: Told[] = [];
  const lines = createInterface({ input: child.stdout });
  const isAtWork = new Promise<void>((resolve) =>
    lines.on('line', (line) => {
      if (told.push(JSON.parse(line) as Told) === acts) resolve();
    }),
  );
  const ending = Promise.all([once(child, 'exit'), once(lines, 'close')]).then(([ended]) => ended as unknown[]);
  if (early !== undefined) await sleep(early);
  else {
    await Promise.race([isAtWork, ending]);
    await sleep(later);
  }
  if (child.exitCode === null) process.kill(isWhole ? -child.pid! : child.pid!, 'SIGKILL');
  return { told, ended: await ending };
}
