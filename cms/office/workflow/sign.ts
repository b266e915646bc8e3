import type { SignOff } from '../../model/type.ts';
import { toMinute } from '../store/clock.ts';
import type { Person } from '../store/people.ts';
import type { Store } from '../store/store.ts';
import type { Draft } from '../store/versions.ts';
import { hindranceToSign, hindranceToSignOnWatch, lapsedOnWatch } from './may-sign.ts';
import { type Asked, actOn, requireDraft, requireRole, requireState } from './on-draft.ts';
import { readPublishAt } from './publish-at.ts';
import { requireHarmlessOpinion, requireReason } from './reason.ts';

/**
 * Signs exactly the bytes of the version that is named.
 * @param time `YYYY-MM-DD HH:MM` in Asia/Shanghai at which the last sign-off has it published; empty for at once
 * @throws Refusal, Conflict when the draft has changed
 */
export async function sign(store: Store, person: Person, asked: Asked, role: SignOff, opinion: string, time: string): Promise<Draft> {
  const draft = await requireDraft(store, asked);
  requireRole(person, draft, role, '签字');
  const progress = await requireState(store, draft, 'review', 'approval');
  const hindrance = hindranceToSign(person, draft.folder, role, progress);
  if (hindrance) throw hindrance;
  await requireHarmlessOpinion(store, opinion);
  const now = store.repository.clock.now();
  const publishAt = role === 'approval' ? readPublishAt(time, now) : undefined;
  const signOff = { role, person: person.id, at: toMinute(now), sha256: progress.digest };
  return actOn(store, person, draft, { kind: 'sign', words: opinion, signOff, ...(publishAt !== undefined && { publishAt }) });
}

/**
 * Signs exactly the bytes of the version that is named as an officer on watch (值班), for an emergency publication (紧急发布).
 * @param words the first officer says why it cannot wait; the second may give an opinion
 * @param after account of the officer whose signature the person has before them; empty for none
 * @throws Refusal, Conflict when the draft has changed
 */
export async function signOnWatch(store: Store, person: Person, asked: Asked, words: string, after: string): Promise<Draft> {
  const draft = await requireDraft(store, asked);
  const progress = await requireState(store, draft, 'review', 'approval');
  const at = toMinute(store.repository.clock.now());
  const hindrance = hindranceToSignOnWatch(person, draft.folder, at.slice(0, 10), progress);
  if (hindrance) throw hindrance;
  if (progress.lapsed.some((each) => each.person === after)) throw lapsedOnWatch(progress);
  if (progress.watch.length === 0) requireReason('紧急发布', words);
  await requireHarmlessOpinion(store, words);
  const signOff = { role: 'watch', person: person.id, at, sha256: progress.digest };
  return actOn(store, person, draft, { kind: 'sign', words, signOff });
}
