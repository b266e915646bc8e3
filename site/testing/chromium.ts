import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import type { Site } from './site.ts';

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  json: 'application/json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};
/** As a web server should send it; each page says of itself that it needs no more, and most need less. */
const POLICY =
  "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

export { launch } from '../../cms/form/testing/chromium.ts';

/** A window onto a built site under its own address. Nothing leaves it; what a page asks for elsewhere is noted. */
export async function visit(browser: Browser, site: Site, options: BrowserContextOptions = {}) {
  const { origin } = site;
  const outside: string[] = [];
  const missing: string[] = [];
  const context: BrowserContext = await browser.newContext({ ...options, serviceWorkers: 'block' });
  // How long a page takes depends on what else the machine does.
  context.setDefaultTimeout(0);
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== origin) {
      outside.push(url.href);
      return route.abort();
    }
    const file = site.resolve(decodeURIComponent(url.pathname));
    if (!file) missing.push(url.pathname);
    const headers = {
      'Content-Type': TYPES[file?.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
    };
    return route.fulfill({ status: file ? 200 : 404, headers, body: file ? site.read(file) : '' });
  });
  return { context, origin, outside, missing };
}
