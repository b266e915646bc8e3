import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageError } from './exit.ts';

/** Whether only this machine reaches a name. */
export const isLoopback = (host: string): boolean => /^(?:127(?:\.\d{1,3}){3}|::1|\[::1\]|localhost)$/u.test(host);

/** @param option by which the port was given */
export function toPort(written: string, option: string): number {
  if (!/^\d{1,5}$/u.test(written) || Number(written) > 65535) throw new UsageError(`${option} 要写 0 到 65535 之间的数字。`);
  return Number(written);
}

/** Opens a server to requests. @returns the port, which is another one than asked for when that was 0 @throws UsageError when it cannot be had */
export async function listen(server: Server, port: number, host: string, option: string): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new UsageError(`端口 ${port} 已经被占用。先停掉占用它的程序，或者用 ${option} 换一个。`);
    if (code === 'EACCES') throw new UsageError(`没有使用端口 ${port} 的权限。用 ${option} 换一个 1024 以上的。`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new UsageError(`这台机器没有地址 ${host}。核对 --host。`);
    throw error;
  }
  return (server.address() as AddressInfo).port;
}
