import { hash } from 'node:crypto';

/** Stands in a page for its version until the page is done, and is as long. */
export const VERSION = 'PAGE-VERSION';

/**
 * Writes a page's version over the one place for it, in the foot: the beginning of the SHA-256 of the page without it.
 * @returns the SHA-256 of the page as it is then
 */
export function seal(page: Buffer): string {
  const at = page.lastIndexOf(VERSION);
  if (at >= 0) page.write(hash('sha256', page).slice(0, VERSION.length), at);
  return hash('sha256', page);
}
