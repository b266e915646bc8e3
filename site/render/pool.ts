import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Content } from '../../cms/library/content.ts';
import type { Row } from '../search/register.ts';
import type { Gathering, Joined, Joining } from './gather-pages.ts';
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
  /** Folder with the texts of attachments; empty when none are read. */
  texts: string;
}

/** What workers can do: what they are given, and what comes of it. */
export interface Jobs {
  task: { given: Task; done: Done };
  gather: { given: Gathering; done: Row[] };
  join: { given: Joining; done: Joined };
}
export type Job = { [K in keyof Jobs]: { kind: K; given: Jobs[K]['given'] } }[keyof Jobs];

export type ToWorker = { equipment: Equipment } | { job: Job };
export type FromWorker = { done: unknown } | { failed: string };

/** Tasks given to a worker ahead of its answers, so that it never waits. */
const AHEAD = 2;

/** Processes that make files, one per core. They can get ready while others still prepare the work. */
export class Pool {
  readonly #workers: ChildProcess[] = [];
  readonly #stop: AbortSignal | undefined;

  /** @param stop ends whatever work is under way, which throws its reason */
  constructor(stop?: AbortSignal) {
    this.#stop = stop;
  }

  start(equipment: Equipment) {
    while (this.#workers.length < availableParallelism()) {
      const worker = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), {
        // A roomy nursery: pages are short-lived, and most of what outlives one collection is garbage by the next. No helpers to
        // collect it: every core has a worker of its own to do it.
        execArgv: ['--min-semi-space-size=64', '--max-semi-space-size=64', '--no-parallel-scavenge'],
        serialization: 'advanced',
      });
      tell(worker, { equipment });
      this.#workers.push(worker);
    }
  }

  get size(): number {
    return this.#workers.length;
  }

  /** Has each worker do one job of its own. */
  async each<K extends keyof Jobs>(kind: K, jobs: readonly Jobs[K]['given'][], onDone: (done: Jobs[K]['done']) => void): Promise<void> {
    await this.#do(kind, jobs, 1, onDone);
  }

  /** Works through jobs of one kind in their order. The first failure ends the work and is thrown. */
  async work<K extends keyof Jobs>(kind: K, jobs: readonly Jobs[K]['given'][], onDone: (done: Jobs[K]['done']) => void): Promise<void> {
    await this.#do(kind, jobs, AHEAD, onDone);
  }

  async #do<K extends keyof Jobs>(kind: K, all: readonly Jobs[K]['given'][], ahead: number, onDone: (done: Jobs[K]['done']) => void) {
    const waiting = [...all];
    let open = waiting.length;
    const undo: (() => void)[] = [];
    try {
      await new Promise<void>((resolve, reject) => {
        const fail = (message: string) => reject(new Error(message));
        const onStop = () => reject(this.#stop?.reason);
        this.#stop?.addEventListener('abort', onStop);
        undo.push(() => this.#stop?.removeEventListener('abort', onStop));
        const give = (worker: ChildProcess) => {
          const given = waiting.shift();
          if (given) tell(worker, { job: { kind, given } as Job });
        };
        for (const worker of this.#workers) {
          const onExit = (how: string | number | null) => fail(`渲染进程意外结束（${how}）。重新构建；反复出现时减少内容或者增加内存。`);
          const onEnd = (code: number | null, signal: string | null) => onExit(signal ?? code);
          const onMessage = (message: FromWorker) => {
            if ('failed' in message) return fail(message.failed);
            onDone(message.done as Jobs[K]['done']);
            if (--open === 0) resolve();
            else give(worker);
          };
          if (hasEnded(worker)) onExit(worker.signalCode ?? worker.exitCode);
          worker.once('exit', onEnd);
          worker.on('message', onMessage);
          undo.push(() => worker.off('exit', onEnd).off('message', onMessage));
        }
        if (open === 0) resolve();
        for (let n = 0; n < ahead; n++) for (const worker of this.#workers) give(worker);
      });
    } finally {
      for (const each of undo) each();
    }
  }

  /** Done when no worker can write any more. */
  async close() {
    const alive = this.#workers.filter((worker) => !hasEnded(worker));
    const ended = alive.map((worker) => once(worker, 'exit'));
    for (const worker of alive) worker.kill('SIGKILL');
    await Promise.all(ended);
  }
}

/** Whether a worker has ended is told by its exit, not by a message that does not arrive. */
const tell = (worker: ChildProcess, message: ToWorker) => worker.send(message, () => {});
const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;
