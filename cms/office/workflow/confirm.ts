import { rolesOwed } from '../../model/emergency.ts';
import { MAIN_ACTS, MAIN_TRAILERS } from '../../model/main-act.ts';
import { signOffsFor } from '../../model/sign-offs.ts';
import type { SignOff } from '../../model/type.ts';
import { toMinute } from '../store/clock.ts';
import { commitOnMain } from '../store/commit-on-main.ts';
import type { Person } from '../store/people.ts';
import { requireFields, requirePlace } from '../store/place.ts';
import { Conflict, Refusal } from '../store/refusal.ts';
import type { Store } from '../store/store.ts';
import { hindranceToConfirm, owedReview } from './owed-review.ts';
import { digestOf } from './progress.ts';
import { requireHarmlessReason, requireShort } from './reason.ts';

/** What was published in an emergency, by the version that the person has before them, and in which role it is reviewed afterwards. */
export interface Confirming {
  folder: string;
  version: string;
  role: SignOff;
  opinion: string;
}

export interface Confirmed {
  commit: string;
  number: string;
  /** Roles whose review is still owed. */
  owed: SignOff[];
}

const ACT = MAIN_ACTS.confirm;

/**
 * One of the usual people confirms what two officers on watch have published (补审通过): one signed commit that changes nothing, and
 * covers the bytes that are public. @throws Refusal, Conflict
 */
export async function confirm(store: Store, person: Person, { folder, version, role, opinion }: Confirming): Promise<Confirmed> {
  const { repository, versions } = store;
  const { type } = requirePlace(folder);
  requireShort(opinion);
  await requireHarmlessReason(store, ACT, opinion, '意见');
  return repository.queue.run(async () => {
    const main = await store.main();
    const entry = await versions.published(folder, main);
    if (!entry) throw new Refusal('missing', '网上没有这条内容，可能已经下线。请回审核台核对。');
    const owed = await owedReview(repository.git, folder, main);
    if (!owed) throw new Refusal('state', '这条内容没有要补审的，可能已经补审。重新查看这一条。');
    const hindrance = hindranceToConfirm(person, folder, role, owed);
    if (hindrance) throw hindrance;
    if (entry.version !== version) throw new Conflict('这条内容刚才有变化，没有补审。看过现在的内容再办。', entry, undefined);
    const number = String(requireFields(Buffer.from(entry.text)).index_number ?? '');
    const signOff = { role, person: person.id, at: toMinute(repository.clock.now()), sha256: digestOf(entry, await store.facts(entry)) };
    const { id } = await commitOnMain(repository, main, {
      act: ACT,
      record: { entry: folder, author: person.id, signOffs: [signOff] },
      trailers: [`${MAIN_TRAILERS.indexNumber}: ${number}`, `${MAIN_TRAILERS.confirm}: ${JSON.stringify(opinion)}`],
      author: person,
    });
    return { commit: id, number, owed: rolesOwed(owed, signOffsFor(type)).filter((each) => each !== role) };
  });
}
