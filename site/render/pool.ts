import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Content } from '../../cms/library/content.ts';
import type { Task } from './plan.ts';
import type { Done } from './work.ts';

/** What a worker process needs before its first task. */
export interface Equipment {
  /** Library index; it need not be there before the first task. */
  index: string;
  today: string;
  /** Compiled renderer. */
  entry: string;
  /** Where content files are read from: a folder, or a revision of a repository. */
  content: Content;
  store: string;
  pictures: string;
}

export type ToWorker = { equipment: Equipment } | { task: Task };
export type FromWorker = { done: Done } | { failed: string };

/** Tasks given to a worker ahead of its answers, so that it never waits. */
const AHEAD = 2;

/** Processes that make files, one per core. They can get ready while others still prepare the work. */
export class Pool {
  readonly #workers: ChildProcess[] = [];

  start(equipment: Equipment) {
    while (this.#workers.length < availableParallelism()) {
      const worker = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), {
        // A roomier nursery: pages are short-lived, and most of what outlives one collection is garbage by the next.
        execArgv: ['--max-semi-space-size=64'],
        serialization: 'advanced',
      });
      tell(worker, { equipment });
      this.#workers.push(worker);
    }
  }

  /** Works through tasks, the largest first. The first failure ends the work and is thrown. */
  work(tasks: readonly Task[], onDone: (done: Done) => void): Promise<void> {
    const waiting = [...tasks].sort((a, b) => b.routes.length - a.routes.length);
    let open = waiting.length;
    return new Promise((resolve, reject) => {
      const fail = (message: string) => reject(new Error(message));
      const give = (worker: ChildProcess) => {
        const task = waiting.shift();
        if (task) tell(worker, { task });
      };
      for (const worker of this.#workers) {
        const onExit = (how: string | number | null) => fail(`渲染进程意外结束（${how}）。重新构建；反复出现时减少内容或者增加内存。`);
        if (hasEnded(worker)) onExit(worker.signalCode ?? worker.exitCode);
        worker.once('exit', (code, signal) => onExit(signal ?? code));
        worker.on('message', (message: FromWorker) => {
          if ('failed' in message) return fail(message.failed);
          onDone(message.done);
          if (--open === 0) resolve();
          else give(worker);
        });
      }
      if (open === 0) resolve();
      for (let n = 0; n < AHEAD; n++) for (const worker of this.#workers) give(worker);
    });
  }

  close() {
    for (const worker of this.#workers) worker.kill('SIGKILL');
  }
}

/** Whether a worker has ended is told by its exit, not by a message that does not arrive. */
const tell = (worker: ChildProcess, message: ToWorker) => worker.send(message, () => {});
const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;
