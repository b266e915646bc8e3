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

/** In a rewritten commit about keys: what it was before, so that the signature by which a key vouched for the next one can still be verified. */
const KEY_PROOF = 'Key-Proof';
export const toKeyProof = (commit: Uint8Array): string => `${KEY_PROOF}: ${Buffer.from(commit).toString('base64')}\n`;
export function keyProofIn(message: string): Buffer | undefined {
  const [, written] = /^Key-Proof: ([A-Za-z0-9+/]+={0,2})$/mu.exec(message) ?? [];
  return written === undefined ? undefined : Buffer.from(written, 'base64');
}
