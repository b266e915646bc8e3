import { forbidsSaving } from '../review.ts';
import { Refusal } from '../store/refusal.ts';
import type { Store } from '../store/store.ts';

/** Longest reason, in characters. */
const LONGEST = 300;
/** Longest opinion on a draft, in characters. */
const LONGEST_OPINION = 500;

/** A reason for an act, which stays in the record. @param act what it is called @param more what else is to be heeded @throws Refusal */
export function requireReason(act: string, reason: string, more = ''): void {
  if (reason.trim() === '') throw new Refusal('wrong', `没有写${act}的原因。写明原因，原因会留下记录${more}。`);
  requireShort(reason, '原因');
}

/** @param what it is called @param longest in characters @throws Refusal */
export function requireShort(words: string, what = '意见', longest = LONGEST): void {
  if ([...words].length > longest) throw new Refusal('wrong', `${what}最多 ${longest} 个字。写短一些。`);
}

/**
 * Holds a reason against the checks before it is kept: it goes into the same repository as the entries, so the same checks hold for it.
 * @throws Refusal with what they have against it
 */
export async function requireHarmlessReason(store: Store, act: string, reason: string, what = '原因'): Promise<void> {
  if (reason.trim() === '') return;
  const files = [{ path: 'opinion.txt', bytes: Buffer.from(`${reason}\n`) }];
  const { findings } = await store.review({ base: await store.main(), files });
  const against = findings.filter(forbidsSaving);
  if (against.length > 0) throw new Refusal('refused', `${what}里有不能保存的文字，没有${act}。删去以后再办。`, against);
}

/** Holds an opinion on a draft against the checks before it is kept. @param place what of the entry it is about @throws Refusal */
export async function requireHarmlessOpinion(store: Store, words: string, place = ''): Promise<void> {
  for (const each of [words, place]) requireShort(each, '意见', LONGEST_OPINION);
  await requireHarmlessReason(store, '办理', `${words}\n${place}`.trim(), '意见');
}
