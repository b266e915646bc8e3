import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Content } from '../../cms/library/content.ts';
import type { Task } from './plan.ts';
import type { Done } from './work.ts';

/** What a worker process needs before its first task. */
export interface Equipment {
  /** Library index. */
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
export type FromWorker = { ready: true } | { done: Done } | { failed: string };

/** Tasks given to a worker ahead of its answers, so that it never waits. */
const AHEAD = 2;

/** Works through tasks with one process per core. The first failure ends the work and is thrown. */
export function workInParallel(tasks: Task[], equipment: Equipment, onDone: (done: Done) => void): Promise<void> {
  const waiting = [...tasks].sort((a, b) => b.routes.length - a.routes.length);
  const count = Math.min(availableParallelism(), waiting.length);
  return new Promise((resolve, reject) => {
    let open = waiting.length;
    const workers: ChildProcess[] = [];
    const finish = (error?: Error) => {
      for (const worker of workers) worker.kill('SIGKILL');
      if (error) reject(error);
      else resolve();
    };
    for (let i = 0; i < count; i++) {
      const worker = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), {
        // A roomier nursery: pages are short-lived, and most of what outlives one collection is garbage by the next.
        execArgv: ['--max-semi-space-size=32'],
        serialization: 'advanced',
      });
      workers.push(worker);
      worker.on(
        'exit',
        (code, signal) =>
          open > 0 && finish(new Error(`渲染进程意外结束（${signal ?? code}）。重新构建；反复出现时减少内容或者增加内存。`)),
      );
      worker.on('message', (message: FromWorker) => {
        if ('failed' in message) return finish(new Error(message.failed));
        if ('done' in message) {
          onDone(message.done);
          if (--open === 0) return finish();
          give(worker);
        } else for (let n = 0; n < AHEAD; n++) give(worker);
      });
      worker.send({ equipment } satisfies ToWorker);
    }
    if (count === 0) finish();
  });

  function give(worker: ChildProcess) {
    const task = waiting.shift();
    if (task) worker.send({ task } satisfies ToWorker);
  }
}
