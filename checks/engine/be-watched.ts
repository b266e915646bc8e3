import { Worker } from 'node:worker_threads';

/** What the watching thread is given. */
export interface Watched {
  /** One number, which grows whenever the main thread gets to its turn. */
  turns: Int32Array;
  /** In milliseconds. */
  pulse: number;
}

/**
 * Has a thread of its own tell the process that started this one what this one uses, whatever keeps its main thread busy, and
 * end this one when nobody listens any more.
 */
export function beWatched(pulse: number): void {
  const turns = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  setInterval(() => Atomics.add(turns, 0, 1), pulse).unref();
  new Worker(new URL('./watch-thread.ts', import.meta.url), { workerData: { turns, pulse } satisfies Watched, execArgv: [] }).unref();
}
