import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { listen } from './listen.ts';

/** What every answer carries; each page allows itself no more than it needs of it. `serving/nginx.conf` says the same to the county's web server. */
export const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Content-Security-Policy':
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
};

/** Documents whose type the server does not know. Without one a browser would show their bytes as text. */
const DOCUMENT = /\.(?:docx?|xlsx?|pptx?|wps|et|dps|ofd|od[tsp])$/iu;

/**
 * Serves a built site as any plain web server would: the files that `current` leads to, and the 404 page.
 * @throws UsageError when the port cannot be had
 */
export async function serve(out: string, port: number, host = '127.0.0.1'): Promise<Server> {
  const root = join(out, 'current');
  const files = sirv(root, {
    dev: true,
    dotfiles: false,
    setHeaders: (response, path) => {
      if (DOCUMENT.test(path)) response.setHeader('Content-Type', 'application/octet-stream');
      for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    },
  });
  const server = createServer((request, response) => {
    files(request, response, () => {
      const page = join(root, '404.html');
      response.writeHead(404, { ...HEADERS, 'Content-Type': 'text/html; charset=utf-8' });
      response.end(existsSync(page) ? readFileSync(page) : '');
    });
  });
  await listen(server, port, host, '--port');
  return server;
}
