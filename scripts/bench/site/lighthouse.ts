import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Site } from '../../../site/testing/site.ts';
import { HEADERS } from '../../serve.ts';
import { readVersion } from '../tools/installed.ts';

/** Lighthouse's scores for a page on a phone, 0 to 100. */
export interface Scores {
  name: string;
  path: string;
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  /** Audits that took points off. */
  lost: string[];
}

interface Audit {
  score: number | null;
}
interface Category {
  score: number | null;
  auditRefs: { id: string; weight: number }[];
}
type Lighthouse = (
  url: string,
  options: object,
) => Promise<{ lhr: { categories: Record<string, Category>; audits: Record<string, Audit> } }>;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.avif': 'image/avif',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
};

export const lighthouseVersion = (peers: string | undefined) =>
  peers === undefined ? undefined : readVersion(join(peers, 'node_modules/lighthouse'));

/** Runs Lighthouse, as installed in the folder of peers, over pages of a site that is served compressed on this machine. @param port of a running Chromium's debugger */
export async function runLighthouse(
  peers: string,
  port: number,
  site: Site,
  pages: readonly { name: string; path: string }[],
  onProgress: (words: string) => void,
): Promise<Scores[]> {
  const module = await import(pathToFileURL(join(peers, 'node_modules/lighthouse/core/index.js')).href);
  const lighthouse = module.default as Lighthouse;
  const server = createServer((request, response) => {
    const file = site.resolve(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const type = TYPES[extname(file ?? '')] ?? 'application/octet-stream';
    const isText = !/^image\/(?!svg)|octet/u.test(type);
    const head = { ...HEADERS, 'Content-Type': type, ...(isText && { 'Content-Encoding': 'gzip' }) };
    response.writeHead(file ? 200 : 404, file?.startsWith('/assets/') ? { ...head, 'Cache-Control': 'max-age=31536000' } : head);
    const bytes = file ? site.read(file) : Buffer.from('');
    response.end(isText ? gzipSync(bytes, { level: 5 }) : bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://localhost:${typeof address === 'object' ? address?.port : 0}`;
  const scores: Scores[] = [];
  for (const { name, path } of pages) {
    onProgress(`Lighthouse：${path}`);
    const { lhr } = await lighthouse(origin + path, { port, logLevel: 'error', onlyCategories: Object.values(CATEGORIES) });
    const score = (id: string) => Math.round((lhr.categories[id]?.score ?? 0) * 100);
    const lost = Object.values(lhr.categories).flatMap(({ auditRefs }) =>
      auditRefs.filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 0.9).map(({ id }) => id),
    );
    const { performance, accessibility, bestPractices, seo } = CATEGORIES;
    scores.push({
      name,
      path,
      performance: score(performance),
      accessibility: score(accessibility),
      bestPractices: score(bestPractices),
      seo: score(seo),
      lost: [...new Set(lost)],
    });
  }
  await new Promise((resolve) => server.close(resolve));
  return scores;
}

const CATEGORIES = { performance: 'performance', accessibility: 'accessibility', bestPractices: 'best-practices', seo: 'seo' } as const;
