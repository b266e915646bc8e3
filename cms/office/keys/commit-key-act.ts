import { MAIN_TRAILERS } from '../../model/main-act.ts';
import { commitOnMain } from '../store/commit-on-main.ts';
import type { Signing } from '../store/office-key.ts';
import { isOffice, type Person } from '../store/people.ts';
import { Refusal } from '../store/refusal.ts';
import type { Store } from '../store/store.ts';
import { requireHarmlessReason, requireReason } from '../workflow/reason.ts';

export interface KeyAct {
  /** What it is called. */
  act: string;
  reason: string;
  trailers: readonly string[];
  /** Who signs it. */
  key: Signing;
}

/** What an act on keys needs: somebody of the information office, and a reason that may be kept. @throws Refusal */
export async function requireKeyAct(store: Store, person: Person, { act, reason }: Pick<KeyAct, 'act' | 'reason'>): Promise<void> {
  if (!isOffice(person)) throw new Refusal('forbidden', `您不在信息办，不能${act}。`);
  requireReason(act, reason);
  await requireHarmlessReason(store, act, reason);
}

/** One signed commit that changes nothing and says what was done with a key, by whom and why. @returns the commit and its time */
export async function commitKeyAct(
  { repository }: Store,
  person: Person,
  { act, reason, trailers, key }: KeyAct,
): Promise<{ id: string; at: number }> {
  return repository.queue.run(async () => {
    const told = [`${MAIN_TRAILERS.changedBy}: ${person.id}`, ...trailers, `${MAIN_TRAILERS.keyReason}: ${JSON.stringify(reason)}`];
    return commitOnMain(repository, (await repository.main()).id, { act, trailers: told, author: person, key });
  });
}
