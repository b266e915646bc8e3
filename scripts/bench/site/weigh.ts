import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { visit } from '../../../site/testing/chromium.ts';
import type { Site } from '../../../site/testing/site.ts';

/** As `scripts/serving/nginx.conf` compresses; shorter files and pictures go as they are. */
const LEVEL = 5;
const LEAST = 1024;
const IS_TEXT = /\.(?:html|css|js|json|svg|xml)$/u;
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };

/** What a page costs at its first view on a phone, in bytes as sent, without heads. */
export interface Weight {
  path: string;
  requests: number;
  html: number;
  css: number;
  script: number;
  all: number;
}

/** Opens a page with nothing kept, and counts what is fetched until it has loaded. */
export async function weigh(browser: Browser, site: Site, path: string): Promise<Weight> {
  const { context, origin } = await visit(browser, site, PHONE);
  const page = await context.newPage();
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  await context.close();
  const files = [...new Set(fetched)].flatMap((each) => site.resolve(decodeURIComponent(each)) ?? []);
  const sum = (extension: string) => files.filter((file) => file.endsWith(extension)).reduce((all, file) => all + sentSize(site, file), 0);
  return { path, requests: files.length, html: sum('.html'), css: sum('.css'), script: sum('.js'), all: sum('') };
}

function sentSize(site: Site, file: string): number {
  const bytes = site.read(file);
  return IS_TEXT.test(file) && bytes.length >= LEAST ? gzipSync(bytes, { level: LEVEL }).length : bytes.length;
}
