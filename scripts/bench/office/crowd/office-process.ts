import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Footprint, readTree } from '../../process-tree.ts';

const GONGKAI = fileURLToPath(new URL('../../../gongkai.ts', import.meta.url));

export interface OfficeProcess {
  origin: string;
  /** What its processes have taken so far; the office itself first. */
  footprints(): Footprint[];
  /** Stops it as an administrator does. @returns what it said on standard error, and its exit code */
  stop(): Promise<{ status: number | null; said: string }>;
}

/** Starts `gongkai office` and waits until it says that it runs. */
export async function startOffice(args: readonly string[]): Promise<OfficeProcess> {
  const child = spawn(process.execPath, [GONGKAI, 'office', ...args, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  process.once('exit', () => child.kill('SIGKILL'));
  let [out, said] = ['', ''];
  child.stderr.on('data', (chunk) => (said += chunk));
  const ended = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      out += chunk;
      if (out.includes('Ctrl+C')) resolve();
    });
    ended.then(() => reject(new Error(`办公平台没有打开：${said}`)));
  });
  return {
    origin: new URL(/http:\/\/\S+/u.exec(out)![0]).origin,
    footprints: () => readTree(child.pid!),
    async stop() {
      child.kill('SIGTERM');
      const [status] = await ended;
      return { status, said };
    },
  };
}
