import { ROLES } from '../../model/unit.ts';
import { type Act, type ActKind, isUnmovedSince, toMessage } from '../store/acts.ts';
import { hasRole, type Person, type Role } from '../store/people.ts';
import { requirePlace } from '../store/place.ts';
import { Conflict, Refusal } from '../store/refusal.ts';
import { moveOrConflict } from '../store/save.ts';
import type { Store } from '../store/store.ts';
import type { Draft } from '../store/versions.ts';
import { type Progress, progressOf, STATES } from './progress.ts';

/** An act on the version of a draft that the person has before them. */
export interface Asked {
  folder: string;
  version: string;
}

/**
 * The draft, if it is still at the version that the person has before them.
 * @param mayHaveComments whether they need not have read those
 * @throws Refusal, Conflict
 */
export async function requireDraft(store: Store, { folder, version }: Asked, mayHaveComments = false): Promise<Draft> {
  const draft = await store.draft(folder);
  if (!draft) throw new Refusal('missing', '没有这条草稿，可能已经发布或者丢弃。请回列表核对。');
  if (draft.version !== version && !(mayHaveComments && isUnmovedSince(draft.acts, version)))
    throw new Conflict('这条内容刚才有变化，没有办理。看过现在的内容再办。', draft, await store.versions.draftAt(folder, version));
  return draft;
}

/** @returns how far the draft has come @throws Refusal when it is in none of these states */
export async function requireState(store: Store, draft: Draft, ...states: readonly Progress['state'][]): Promise<Progress> {
  const progress = await progressOf(store, draft);
  if (!states.includes(progress.state))
    throw new Refusal('state', `这条内容现在是“${STATES[progress.state]}”，不能这样办。重新查看这一条。`);
  return progress;
}

/** @param act what it is called @throws Refusal */
export function requireRole(person: Person, { folder }: Draft, role: Role, act: string): void {
  if (!hasRole(person, requirePlace(folder).unit, role))
    throw new Refusal('forbidden', `您在这个单位没有“${ROLES[role]}”的角色，不能${act}。`);
}

/** One signed commit on the draft that changes none of its bytes. @throws Conflict */
export function actOn(
  { repository, versions }: Store,
  person: Person,
  draft: Draft,
  act: { kind: ActKind } & Pick<Act, 'words' | 'place' | 'signOff' | 'publishAt'>,
): Promise<Draft> {
  return repository.queue.run(async () => {
    const { id } = await repository.commit({
      tree: draft.acts.at(-1)!.tree,
      parents: [draft.version],
      message: toMessage({ ...act, entry: draft.folder }),
      author: person,
      isSigned: true,
    });
    await moveOrConflict(repository, versions, { folder: draft.folder, from: draft.version, to: id, base: draft });
    return (await versions.draftAt(draft.folder, id))!;
  });
}
