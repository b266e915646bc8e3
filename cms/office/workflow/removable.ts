import { hasRole, isOffice, type Person } from '../store/people.ts';
import { requirePlace } from '../store/place.ts';
import { Conflict, Refusal } from '../store/refusal.ts';
import type { Store } from '../store/store.ts';
import type { EntryVersion } from '../store/versions.ts';
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
): Promise<{ main: string; entry: EntryVersion; role: 'approval' | 'office' }> {
  const hindrance = hindranceToRemove(person, folder, act);
  if (hindrance) throw hindrance;
  requireReason(act, reason);
  const main = await store.main();
  const entry = await store.versions.published(folder, main);
  if (!entry) throw new Refusal('missing', '网上没有这条内容。请回列表核对。');
  if (entry.version !== version) throw new Conflict(`这条内容刚才有变化，没有${act}。看过现在的内容再办。`, entry, undefined);
  await requireHarmlessReason(store, act, reason);
  return { main, entry, role: hasRole(person, requirePlace(folder).unit, 'approval') ? 'approval' : 'office' };
}

/** Why somebody cannot take an entry off the public site; undefined when they can. @param act what it is called */
export function hindranceToRemove(person: Person, folder: string, act: string): Refusal | undefined {
  if (hasRole(person, requirePlace(folder).unit, 'approval') || isOffice(person)) return undefined;
  return new Refusal('forbidden', `您没有这个单位“签发”的角色，也不在信息办，不能${act}。`);
}
