import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { processorTime } from '../reading/effort.ts';
import type { Watched } from './be-watched.ts';
import { SIGNS, type Sign } from './messages.ts';

const { turns, pulse } = workerData as Watched;

setInterval(() => {
  const sign: Sign = { processor: processorTime(), memory: process.memoryUsage.rss(), turns: Atomics.load(turns, 0) };
  try {
    writeSync(SIGNS, `${JSON.stringify(sign)}\n`);
  } catch {
    process.kill(process.pid, 'SIGKILL');
  }
}, pulse);
