import type { ReviewChange } from './review.ts';

/**
 * The page that citizens would see if a change were published now, rendered by the site itself and in memory only. An entry that is
 * new gets a number and a date that stand in for those of its publication. Never fails for what the change holds: when fields are
 * wrong, the page says in Chinese what to mend.
 *
 * The document needs nothing beside itself: its styles are in a `<style>`, its pictures (those of the draft as well) in `data:`
 * addresses, no script runs, and links lead nowhere. So it can be shown in two ways:
 * - `<iframe sandbox srcdoc>` in a page whose policy allows `style-src 'unsafe-inline'` and `img-src data:`, as the form's does;
 * - `<iframe sandbox src>` from an answer of the office that has `PREVIEW_POLICY`, in any page with `frame-src 'self'`.
 *
 * The files are those that differ from main, as for `Review`: everything of the draft, its attachments and pictures as well.
 */
export type Preview = (change: ReviewChange & { /** Of the entry. */ folder: string }) => Promise<{ html: string }>;

/** Content-Security-Policy of an answer that is a preview. */
export const PREVIEW_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox',
].join('; ');
