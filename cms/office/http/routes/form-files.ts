import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Routes } from '../parts.ts';

const FILES = { 'form.js': 'text/javascript; charset=utf-8', 'style.css': 'text/css; charset=utf-8' } as const;

/** The editor's files. Their address holds their version, so that a browser keeps them for ever. */
export const formFiles: Routes = (app, { form: { folder, version } }) => {
  for (const [name, type] of Object.entries(FILES)) {
    let packed: Uint8Array<ArrayBuffer> | undefined;
    app.get(`/form/${version}/${name}`, (c) => {
      const headers = { 'Content-Type': type, 'Cache-Control': 'private, max-age=31536000, immutable', Vary: 'Accept-Encoding' };
      const bytes = readFileSync(join(folder, name));
      if (!/\bgzip\b/u.test(c.req.header('Accept-Encoding') ?? '')) return c.body(bytes, 200, headers);
      packed ??= new Uint8Array(gzipSync(bytes));
      return c.body(packed, 200, { ...headers, 'Content-Encoding': 'gzip' });
    });
  }
};
