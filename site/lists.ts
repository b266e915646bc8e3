import { PAGE_SIZE } from '../cms/library/lists.ts';

/**
 * List pages are numbered from the oldest end and never change once full. The first page shows what
 * has not filled a page yet, and the newest full page before it, so that it is never almost empty.
 */
export function toPages(count: number, size = PAGE_SIZE): { full: number; firstFrom: number } {
  const full = Math.max(0, Math.floor(count / size) - 1);
  return { full, firstFrom: full * size };
}

/** Entries on pages of long lists of few words: whole chunks, so that a full page reads few tags. */
export const LONG_PAGE = PAGE_SIZE * 3;

export { PAGE_SIZE };
