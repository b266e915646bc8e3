import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { Hono } from 'hono';
import type { OfficeEnv } from './parts.ts';

const TYPES: Record<string, string> = { '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };
const published = new Map<string, { text: string; type: string }>();

/**
 * Serves a stylesheet or a script of ours to browsers, with what it imports.
 * @param file a `.css` or `.ts` file
 * @returns its address, which is another one whenever its bytes are
 */
export function publish(file: URL): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(file)],
    bundle: true,
    minify: true,
    write: false,
    outdir: '/',
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    charset: 'utf8',
  });
  const { text, path } = outputFiles[0]!;
  const extension = extname(path);
  const address = `/office/${createHash('sha256').update(text).digest('hex').slice(0, 16)}${extension}`;
  published.set(address, { text, type: TYPES[extension]! });
  return address;
}

/** Answers for everything that was published. It says nothing that is not in this repository, so nobody need be logged in. */
export function assets(app: Hono<OfficeEnv>): void {
  app.get('/office/:file{[0-9a-f]{16}\\.(?:css|js)}', (c, next) => {
    const asset = published.get(c.req.path);
    if (!asset) return next();
    return c.body(asset.text, 200, { 'Content-Type': asset.type, 'Cache-Control': 'private, max-age=31536000, immutable' });
  });
}
