import type { SignOff } from '../../model/type.ts';
import { hasRole, isOffice, type Person } from '../store/people.ts';
import { requirePlace } from '../store/place.ts';
import { Conflict, Refusal } from '../store/refusal.ts';
import type { Store } from '../store/store.ts';
import type { EntryVersion } from '../store/versions.ts';
import { signsIn } from './may-sign.ts';
import { owedReview, reviewersRole } from './owed-review.ts';
import { requireHarmlessReason, requireReason } from './reason.ts';

/** What is done with an entry on main, by which version the person has before them, and why. */
export interface Removal {
  folder: string;
  version: string;
  reason: string;
}

/**
 * What an act needs that takes an entry off the public site: a person who may, a reason that may be kept, and the very version that
 * the person has before them.
 * @param act what it is called
 * @returns in which role the person does it
 * @throws Refusal, Conflict
 */
export async function requireRemovable(
  store: Store,
  person: Person,
  act: string,
  { folder, version, reason }: Removal,
): Promise<{ main: string; entry: EntryVersion; role: RemovingRole }> {
  const main = await store.main();
  const role = await roleToRemove(store, person, folder, main);
  if (!role) throw hindranceToRemove(act);
  requireReason(act, reason);
  const entry = await store.versions.published(folder, main);
  if (!entry) throw new Refusal('missing', '网上没有这条内容。请回列表核对。');
  if (entry.version !== version) throw new Conflict(`这条内容刚才有变化，没有${act}。看过现在的内容再办。`, entry, undefined);
  await requireHarmlessReason(store, act, reason);
  return { main, entry, role };
}

/** In which role somebody takes an entry off the public site. */
export type RemovingRole = SignOff | 'office';

/**
 * In which role somebody can take an entry off the public site: who approves, and the information office, at any time; others of the
 * usual people as long as they can review what was published in an emergency. Undefined for nobody.
 */
export async function roleToRemove(store: Store, person: Person, folder: string, main: string): Promise<RemovingRole | undefined> {
  const { unit } = requirePlace(folder);
  if (hasRole(person, unit, 'approval')) return 'approval';
  if (isOffice(person)) return 'office';
  if (!signsIn(person, unit)) return undefined;
  const owed = await owedReview(store.repository.git, folder, main);
  return owed && reviewersRole(person, folder, owed);
}

/** @param act what it is called */
export const hindranceToRemove = (act: string): Refusal =>
  new Refusal('forbidden', `您没有这个单位“签发”的角色，也不在信息办，不能${act}。`);
