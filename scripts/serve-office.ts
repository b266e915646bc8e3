import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { listen } from './listen.ts';
import type { OpenOffice } from './open-office.ts';

/** How long requests under way may take when the office is stopped, in milliseconds. */
const PATIENCE = 10_000;

/** Opens an office to requests. @param option by which the port was given */
export async function serveOffice(
  office: OpenOffice,
  host: string,
  port: number,
  option = '--port',
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createAdaptorServer({ fetch: office.fetch }) as Server;
  const close = async () => {
    const ended = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    const late = setTimeout(() => server.closeAllConnections(), PATIENCE);
    await ended;
    clearTimeout(late);
    await office.close();
  };
  try {
    const at = await listen(server, port, host, option);
    return { url: `http://${host.includes(':') ? `[${host}]` : host}:${at}/`, close };
  } catch (error) {
    await office.close();
    throw error;
  }
}
