import { Worker } from 'node:worker_threads';
import { Effort } from '../effort.ts';
import type { Calls } from './calls.ts';

/** Why a call to pdf.js gave nothing: `ended` when it took too long or too much memory, else the name of its error. */
export class PdfFailure extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** What one call may take, in milliseconds. */
const MOST = { processor: 15_000, idle: 120_000 };
/** What reading one document may add to the memory of the process, in bytes. */
const MOST_MEMORY = 500_000_000;
const WATCH_MS = 50;

let worker: Worker | undefined;
let turn: Promise<unknown> = Promise.resolve();

/**
 * Lets `read` work on pdf.js, which serves one document at a time in a thread of its own. A call that takes too long or too
 * much memory ends the thread and throws {@link PdfFailure}, and so does every later call of this reading.
 */
export function withPdf<T>(read: (calls: Calls) => Promise<T>): Promise<T> {
  const mine = turn.then(async () => {
    const calls = toCalls();
    try {
      return await read(calls);
    } finally {
      await calls.close().catch(() => undefined);
    }
  });
  turn = mine.catch(() => undefined);
  return mine;
}

function toCalls(): Calls {
  let isEnded = false;
  const call = async (name: keyof Calls, args: unknown[]) => {
    if (isEnded) throw new PdfFailure('ended');
    try {
      return await ask(name, args);
    } catch (error) {
      isEnded = error instanceof PdfFailure && error.reason === 'ended';
      throw error;
    }
  };
  return {
    open: (bytes) => call('open', [bytes]) as ReturnType<Calls['open']>,
    page: (number, withPictures) => call('page', [number, withPictures]) as ReturnType<Calls['page']>,
    attachment: (id) => call('attachment', [id]) as ReturnType<Calls['attachment']>,
    close: () => call('close', []) as Promise<void>,
  };
}

function start(): Worker {
  // Its output stays unread, as a warning of pdf.js may quote the file; reading it would keep the process alive.
  const started = new Worker(new URL('./pdf-thread.ts', import.meta.url), {
    stdout: true,
    stderr: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 600 },
  });
  started.unref();
  return started;
}

function ask(call: keyof Calls, args: unknown[]): Promise<unknown> {
  const asked = (worker ??= start());
  const most = process.memoryUsage.rss() + MOST_MEMORY;
  const effort = new Effort(MOST, WATCH_MS);
  return new Promise((resolve, reject) => {
    const finish = () => {
      clearInterval(watch);
      asked.off('message', take);
      asked.off('error', end);
      asked.off('exit', end);
    };
    const take = ({ result, error }: { result?: unknown; error?: string }) => {
      finish();
      if (error === undefined) resolve(result);
      else reject(new PdfFailure(error));
    };
    const end = () => {
      finish();
      if (worker === asked) worker = undefined;
      void asked.terminate().finally(() => reject(new PdfFailure('ended')));
    };
    const watch = setInterval(() => {
      if (effort.isTooLong() || process.memoryUsage.rss() > most) end();
    }, WATCH_MS);
    asked.on('message', take);
    asked.on('error', end);
    asked.on('exit', end);
    asked.postMessage({ call, args });
  });
}
