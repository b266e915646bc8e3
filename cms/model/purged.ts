/**
 * What is left of an entry's own file in the history when the entry was purged (清除): its index number and date, which are never used
 * again, and nothing that it said. Empty for a draft that had none yet.
 */
export function toStub({ number, publishedAt }: { number: string; publishedAt: string }): string {
  const fields = number === '' ? '' : `index_number: '${number}'\npublished_at: '${publishedAt}'\n`;
  return `---\n${fields}---\n\n本条内容已按规定清除。\n`;
}

/** In a rewritten commit: what it was called before. A head that was printed then can still be found. */
export const REWRITTEN = 'Rewritten-From';

/** What a commit was called before its history was rewritten, the newest name first. */
export const rewrittenFrom = (message: string): string[] =>
  [...message.matchAll(/^Rewritten-From: ([0-9a-f]{40})$/gmu)].map(([, id]) => id!).reverse();
