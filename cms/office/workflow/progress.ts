import { createHash } from 'node:crypto';
import { WATCH_OFFICERS, watchUntil } from '../../model/emergency.ts';
import { type SignOffRecord, toDigest, toSigned } from '../../model/record.ts';
import { signOffsFor } from '../../model/sign-offs.ts';
import type { SignOff } from '../../model/type.ts';
import { type Act, stepsOf } from '../store/acts.ts';
import { toMinute } from '../store/clock.ts';
import { hasRole, isOnWatch, type People } from '../store/people.ts';
import { requirePlace } from '../store/place.ts';
import type { Store } from '../store/store.ts';
import type { Draft, EntryVersion, FileFacts } from '../store/versions.ts';

/** How far a draft has come now. @param terms for who asks about many drafts */
export const progressOf = async (store: Store, draft: Draft, terms?: Terms): Promise<Progress> =>
  toProgress(draft, await digestNow(store, draft), terms ?? (await readTerms(store)));

/** Digests of drafts at their commits, which never change. */
const digests = new WeakMap<Draft, string>();

async function digestNow(store: Store, draft: Draft): Promise<string> {
  const digest = digests.get(draft) ?? digestOf(draft, await store.facts(draft));
  digests.set(draft, digest);
  return digest;
}

/** The same without the digest: no file is read as long as nobody has signed. */
export async function standingOf(store: Store, draft: Draft, terms?: Terms): Promise<Standing> {
  const hasSigned = stepsOf(draft.acts).at(-1)?.kind === 'sign';
  return toProgress(draft, hasSigned ? await digestNow(store, draft) : '', terms ?? (await readTerms(store)));
}

/** What sign-offs are held against beside the bytes, as main has it now. */
export interface Terms {
  people: People;
  /** YYYY-MM-DD HH:MM in Asia/Shanghai. */
  now: string;
  /** For how many hours what is signed on watch holds. */
  watchHours: number;
}

export const readTerms = async (store: Store): Promise<Terms> => ({
  people: await store.people(),
  now: toMinute(store.repository.clock.now()),
  watchHours: await store.watchHours(),
});

/** Where a draft is on its way; what is on main is 已发布. */
export const STATES = { draft: '草稿', review: '待审核', approval: '待签发', scheduled: '定时发布', returned: '退回' } as const;
export type State = keyof typeof STATES;

/** How far a draft has come, as its commits say and nothing else. */
export interface Progress {
  state: State;
  /** Account of the person who saved it first (拟稿). */
  author: string;
  /** Accounts of all who changed it, the author among them. None of them may sign. */
  editors: readonly string[];
  /** Sign-offs that count: for these bytes, since it was last submitted, by people who have the role. */
  signed: readonly SignOffRecord[];
  /** Sign-offs of officers on watch (值班) that count. When there are enough of them, they are all that is signed, and nothing is owed. */
  watch: readonly SignOffRecord[];
  /** Those of them that would count had they not been given too long ago. */
  lapsed: readonly SignOffRecord[];
  /** For how many hours they hold. */
  watchHours: number;
  /** Why it is published in an emergency (紧急发布), as the first of them wrote; undefined as long as they are too few. */
  emergency: string | undefined;
  /** Roles whose sign-off is still owed, in the order in which they sign. */
  owed: readonly SignOff[];
  /** When it goes public, as who signed last has said: YYYY-MM-DD HH:MM in Asia/Shanghai; undefined for at once. */
  publishAt: string | undefined;
  /** `toDigest` of its bytes. */
  digest: string;
}

export type Standing = Omit<Progress, 'digest'>;

/** Whether those who sign have it before them. */
export const isUnderReview = ({ state }: Pick<Progress, 'state'>): boolean =>
  state === 'review' || state === 'approval' || state === 'scheduled';

/** Works out a draft's progress. */
function toProgress(draft: Draft, digest: string, { people, now, watchHours }: Terms): Progress {
  const { unit, type } = requirePlace(draft.folder);
  const saves = draft.acts.filter(({ kind }) => kind === 'save').map(({ person }) => person);
  const editors = [...new Set(saves)];
  const needed = signOffsFor(type);
  const signed: SignOffRecord[] = [];
  const steps = stepsOf(draft.acts);
  const since = steps.findLastIndex(({ kind }) => kind !== 'sign');
  const isSubmitted = steps[since]?.kind === 'submit';
  const watch: SignOffRecord[] = [];
  const lapsed: SignOffRecord[] = [];
  let reason = '';
  let publishAt: string | undefined;
  for (const { signOff, person, parent, tree, words = '', publishAt: at } of isSubmitted ? steps.slice(since + 1) : []) {
    const before = draft.acts.find(({ commit }) => commit === parent);
    const signer = people.get(person);
    if (!signOff || !signer || before?.tree !== tree) continue;
    if (signOff.person !== person || signOff.sha256 !== digest || editors.includes(person)) continue;
    if ([...signed, ...watch].some((each) => each.person === person)) continue;
    if (signOff.role === 'watch') {
      if (!isOnWatch(signer, unit, signOff.at.slice(0, 10)) || (watch.length === 0 && words.trim() === '')) continue;
      if (now > watchUntil(signOff.at, watchHours)) {
        lapsed.push(signOff);
        continue;
      }
      if (watch.length === 0) reason = words;
      watch.push(signOff);
      continue;
    }
    const role = needed.find((each) => each === signOff.role);
    if (!role || !hasRole(signer, unit, role) || signed.some((each) => each.role === role)) continue;
    signed.push(signOff);
    publishAt = at;
  }
  const standing = { author: editors[0] ?? '', editors, watch, lapsed, watchHours, digest };
  if (watch.length >= WATCH_OFFICERS)
    return { ...standing, state: 'approval', signed: watch, owed: [], publishAt: undefined, emergency: reason };
  const owed = needed.filter((role) => !signed.some((each) => each.role === role));
  const time = owed.length === 0 ? publishAt : undefined;
  const state = time === undefined ? toState(steps, isSubmitted, owed) : 'scheduled';
  return { ...standing, state, signed, owed, publishAt: time, emergency: undefined };
}

function toState(steps: readonly Act[], isSubmitted: boolean, owed: readonly SignOff[]): State {
  if (!isSubmitted) return steps.at(-1)?.kind === 'return' ? 'returned' : 'draft';
  return owed.every((role) => role === 'approval') ? 'approval' : 'review';
}

/** The digest that people sign. @param facts of all files of the version */
export function digestOf({ text }: EntryVersion, facts: readonly FileFacts[]): string {
  const own = createHash('sha256')
    .update(toSigned(Buffer.from(text)))
    .digest('hex');
  return toDigest(facts.map(({ name, sha256 }) => ({ name, sha256: name === 'index.md' ? own : sha256 })));
}
