import { PAGE_SIZE } from '../lists.ts';

/** Entries on a page of what was done about a duty: whole chunks, so that a full page reads few tags. */
export const EVIDENCE_PAGE = PAGE_SIZE * 3;

/** As list pages are numbered: from the oldest end; the first page shows the newest full page and what has not filled one. */
export function toEvidencePages(count: number): { full: number; firstFrom: number } {
  const full = Math.max(0, Math.floor(count / EVIDENCE_PAGE) - 1);
  return { full, firstFrom: full * EVIDENCE_PAGE };
}
