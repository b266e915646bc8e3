import { forbidsSaving, type ReviewFinding } from '../review.ts';
import { Refusal } from '../store/refusal.ts';
import type { Store } from '../store/store.ts';

/** Longest reason, in characters. */
const LONGEST = 300;

/** A reason for an act, which stays in the record. @param act what it is called @param more what else is to be heeded @throws Refusal */
export function requireReason(act: string, reason: string, more = ''): void {
  if (reason.trim() === '') throw new Refusal('wrong', `没有写${act}的原因。写明原因，原因会留下记录${more}。`);
  requireShort(reason, '原因');
}

/** @param what it is called @throws Refusal */
export function requireShort(words: string, what = '意见'): void {
  if ([...words].length > LONGEST) throw new Refusal('wrong', `${what}最多 ${LONGEST} 个字。写短一些。`);
}

/** Holds a reason against the checks before it is kept. @throws Refusal with what they have against it */
export async function requireHarmlessReason(store: Store, act: string, reason: string, what = '原因'): Promise<void> {
  if (reason.trim() === '') return;
  const against = await againstWords(store, reason);
  if (against.length > 0) throw new Refusal('refused', `${what}里有不能保存的文字，没有${act}。删去以后再办。`, against);
}

/** What keeps words from being saved: what people write beside an entry goes into the same repository, so the same checks hold for it. */
export async function againstWords(store: Store, words: string): Promise<ReviewFinding[]> {
  const files = [{ path: 'opinion.txt', bytes: Buffer.from(`${words}\n`) }];
  const { findings } = await store.review({ base: await store.main(), files });
  return findings.filter(forbidsSaving);
}
