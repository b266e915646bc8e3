import { readFileSync } from 'node:fs';

/** Tells a process from every other one, also from one that has its number later; undefined when there is none. */
export function identityOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return undefined;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A dead process that nobody has fetched yet does nothing any more.
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()} ${pid} ${fields[19]}`;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' && process.platform === 'linux' ? undefined : `${pid}`;
  }
}

/** Whether the process that had this identity is still there. */
export function isAlive(identity: string): boolean {
  const parts = identity.split(' ');
  return identityOf(Number(parts[1] ?? parts[0])) === identity;
}
