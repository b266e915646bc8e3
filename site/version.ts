import { hash } from 'node:crypto';

/** Stands in a page for its version until the page is done. */
export const VERSION = 'PAGE-VERSION';

/** Puts a page's version into the one place for it, in the foot: the beginning of the SHA-256 of the page without it. */
export function withVersion(html: string): string {
  const at = html.lastIndexOf(VERSION);
  if (at < 0) return html;
  return `${html.slice(0, at)}${hash('sha256', html).slice(0, 12)}${html.slice(at + VERSION.length)}`;
}
