import { Worker } from 'node:worker_threads';
import { Effort } from '../effort.ts';
import type { Pixels } from './pixels.ts';
import { prepare } from './prepare.ts';

/** A page takes 1 to 10 seconds, the first one 2 more; a thread that takes longer than this hangs. In milliseconds. */
const MOST = { processor: 240_000, idle: 240_000 };
const WATCH_MS = 500;

let worker: Worker | undefined;
let turn: Promise<unknown> = Promise.resolve();

/**
 * Texts in a picture, in reading order: a paragraph, row or slanted line each. Null when OCR cannot run here or gave up.
 * The models are loaded with the first picture, stay for the process, and read one picture at a time.
 */
export function readPixels(pixels: Pixels): Promise<string[] | null> {
  const mine = turn.then(async () => {
    try {
      return await ask(pixels);
    } catch {
      return null;
    }
  });
  turn = mine;
  return mine;
}

async function ask(pixels: Pixels): Promise<string[] | null> {
  const prepared = await prepare(pixels);
  const asked = (worker ??= start());
  return new Promise((resolve) => {
    const finish = (texts: string[] | null) => {
      clearInterval(watch);
      asked.off('message', take);
      asked.off('error', giveUp);
      asked.off('exit', giveUp);
      resolve(texts);
    };
    const take = ({ texts }: { texts: string[] | null }) => finish(texts);
    const giveUp = () => {
      if (worker === asked) worker = undefined;
      void asked.terminate();
      finish(null);
    };
    const effort = new Effort(MOST, WATCH_MS);
    const watch = setInterval(() => effort.isTooLong() && giveUp(), WATCH_MS);
    asked.on('message', take);
    asked.on('error', giveUp);
    asked.on('exit', giveUp);
    asked.postMessage(prepared);
  });
}

function start(): Worker {
  // Its output stays unread, as nothing that was read may get into a log; reading it would keep the process alive.
  const started = new Worker(new URL('./ocr-thread.ts', import.meta.url), { stdout: true, stderr: true, execArgv: [] });
  started.unref();
  return started;
}
