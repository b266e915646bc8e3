import { readdirSync, readFileSync } from 'node:fs';

/** Memory of one process in bytes. */
export interface Footprint {
  pid: number;
  resident: number;
  /** The most that was ever resident, as the kernel keeps it. */
  peak: number;
}

/** A process and everything that it started, directly or not, as far as it still runs. */
export function readTree(root: number): Footprint[] {
  const found: Footprint[] = [];
  const waiting = [root];
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    waiting.push(...childrenOf(pid));
    const status = read(`/proc/${pid}/status`);
    const resident = bytesOf(status, 'VmRSS');
    if (resident > 0) found.push({ pid, resident, peak: bytesOf(status, 'VmHWM') });
  }
  return found;
}

/** A child belongs to the thread that started it. */
function childrenOf(pid: number): number[] {
  let threads: string[];
  try {
    threads = readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
  return threads.flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number));
}

/** CPU time in seconds of all processes that this one has waited for, and of those that they had waited for. */
export function readWaitedCpu(): { user: number; system: number } {
  // The name of the program, in brackets, may hold spaces; counting starts behind it.
  const fields = read('/proc/self/stat')
    .replace(/^.*\) /su, '')
    .split(' ');
  return { user: Number(fields[13]) / TICKS, system: Number(fields[14]) / TICKS };
}
/** USER_HZ, which Linux has fixed at 100 on every machine that Node runs on. */
const TICKS = 100;

function bytesOf(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'mu').exec(status)?.[1] ?? 0) * 1024;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
