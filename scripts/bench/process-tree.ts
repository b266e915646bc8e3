import { readdirSync, readFileSync } from 'node:fs';

/** CPU time in seconds. */
export interface Cpu {
  user: number;
  system: number;
}

/** What one process has taken so far; memory in bytes. */
export interface Footprint {
  pid: number;
  /** Its own, without that of its children. */
  cpu: Cpu;
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
    if (resident > 0) found.push({ pid, cpu: readCpu(pid, 11), resident, peak: bytesOf(status, 'VmHWM') });
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

/** CPU time of all processes that this one has waited for, and of those that they had waited for. */
export const readWaitedCpu = (): Cpu => readCpu('self', 13);

/** @param at where in the kernel's line the two numbers are that are meant */
function readCpu(pid: number | 'self', at: number): Cpu {
  // The name of the program, in brackets, may hold spaces; counting starts behind it.
  const fields = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /su, '')
    .split(' ');
  return { user: Number(fields[at] ?? 0) / TICKS, system: Number(fields[at + 1] ?? 0) / TICKS };
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
