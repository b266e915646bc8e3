import { PAGE_SIZE } from '../cms/library/lists.ts';

/**
 * List pages are numbered from the oldest end and never change once full. The first page shows what
 * has not filled a page yet, and the newest full page before it, so that it is never almost empty.
 */
export function toPages(count: number): { full: number; firstFrom: number } {
  const full = Math.max(0, Math.floor(count / PAGE_SIZE) - 1);
  return { full, firstFrom: full * PAGE_SIZE };
}

export { PAGE_SIZE };
