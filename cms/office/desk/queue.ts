import { SIGN_OFFS } from '../../model/sign-offs.ts';
import type { SignOff } from '../../model/type.ts';
import { toDay } from '../store/clock.ts';
import { hasRole, isOffice, type Person } from '../store/people.ts';
import { requirePlace } from '../store/place.ts';
import type { Store } from '../store/store.ts';
import { hindranceToSign, hindranceToSignOnWatch } from '../workflow/may-sign.ts';
import { isUnderReview, progressOf, readTerms, type Standing, standingOf } from '../workflow/progress.ts';
import { byUrgency, type Surroundings, toWaiting, type Waiting } from './waiting.ts';

/** What a person finds at the desk. */
export interface Queue {
  /** What the person can sign now, and in which roles. */
  toSign: (Waiting & { roles: SignOff[] })[];
  /** What the person can sign on watch, if it cannot wait. */
  toUrge: Waiting[];
  /** What everybody has signed and something keeps from being published, of those who can do something about it. */
  stuck: Waiting[];
  /** What everybody has signed for a time to come. */
  scheduled: Waiting[];
  /** What was sent back to the person's unit, for its editors. */
  returned: Waiting[];
  /** What will come to the person when others have signed. */
  later: Waiting[];
  /** What the person wrote or signed and others have before them now. */
  mine: Waiting[];
  /** Everything else that is under way in the units that the person may see. */
  others: Waiting[];
}

/** Sorts what is under way by what it means to a person. @param unit only what is in this unit */
export async function readQueue(store: Store, person: Person, surroundings: Surroundings, unit?: string): Promise<Queue> {
  const queue: Queue = { toSign: [], toUrge: [], stuck: [], scheduled: [], returned: [], later: [], mine: [], others: [] };
  const today = toDay(surroundings.now);
  for (const waiting of await readWaiting(store, person, surroundings, unit)) {
    const { unit: place } = requirePlace(waiting.folder);
    const { state, owed, editors, signed } = waiting.progress;
    const roles = rolesToSign(person, waiting.folder, waiting.progress);
    const isOwn = editors.includes(person.id) || signed.some((each) => each.person === person.id);
    const isLater = !isOwn && owed.some((role) => hasRole(person, place, role));
    if (roles.length > 0) queue.toSign.push({ ...waiting, roles });
    else if (waiting.isToCome) queue.scheduled.push(waiting);
    else if (isUnderReview(waiting.progress) && owed.length === 0 && (isOffice(person) || hasRole(person, place, 'approval')))
      queue.stuck.push(waiting);
    else if (isUnderReview(waiting.progress) && owed.length > 0 && !hindranceToSignOnWatch(person, waiting.folder, today, waiting.progress))
      queue.toUrge.push(waiting);
    else if (isReturnedTo(person, waiting.folder, waiting.progress)) queue.returned.push(waiting);
    else if (isUnderReview(waiting.progress) && isLater) queue.later.push(waiting);
    else if (isUnderReview(waiting.progress) && isOwn) queue.mine.push(waiting);
    else if (state !== 'draft') queue.others.push(waiting);
  }
  for (const list of Object.values(queue)) list.sort(byUrgency);
  return queue;
}

/** How much of what a person finds at the desk waits for the person. */
export async function countWaiting(store: Store, person: Person): Promise<{ toSign: number; returned: number }> {
  const units = [...new Set(person.posts.filter(({ role }) => role !== 'office').map(({ unit }) => unit))];
  const terms = await readTerms(store);
  const counts = { toSign: 0, returned: 0 };
  for (const draft of (await Promise.all(units.map((unit) => store.drafts(unit)))).flat()) {
    const standing = await standingOf(store, draft, terms);
    if (rolesToSign(person, draft.folder, standing).length > 0) counts.toSign++;
    else if (isReturnedTo(person, draft.folder, standing)) counts.returned++;
  }
  return counts;
}

/** Roles in which a person can sign an entry now. */
const rolesToSign = (person: Person, folder: string, standing: Standing): SignOff[] =>
  isUnderReview(standing) ? SIGN_OFFS.filter((role) => !hindranceToSign(person, folder, role, standing)) : [];

/** Whether an entry was sent back to a unit of which the person is an editor. */
const isReturnedTo = (person: Person, folder: string, { state }: Standing): boolean =>
  state === 'returned' && hasRole(person, requirePlace(folder).unit, 'editor');

async function readWaiting(store: Store, person: Person, surroundings: Surroundings, unit: string | undefined): Promise<Waiting[]> {
  const units = unitsSeenBy(person);
  const asked = unit === undefined ? units : units === 'all' || units.includes(unit) ? [unit] : [];
  const drafts = asked === 'all' ? await store.drafts() : (await Promise.all(asked.map((each) => store.drafts(each)))).flat();
  const terms = await readTerms(store);
  return Promise.all(drafts.map(async (draft) => toWaiting(draft, await progressOf(store, draft, terms), surroundings)));
}

/** Units whose drafts a person may see: those that name the person, and all for the information office and who is on watch for the county. */
export const unitsSeenBy = (person: Person): string[] | 'all' =>
  isOffice(person) || person.posts.some(({ watch }) => watch?.isEverywhere) ? 'all' : [...new Set(person.posts.map(({ unit }) => unit))];
