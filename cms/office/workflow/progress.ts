import { createHash } from 'node:crypto';
import { type SignOffRecord, toDigest, toSigned } from '../../model/record.ts';
import { signOffsFor } from '../../model/sign-offs.ts';
import type { SignOff } from '../../model/type.ts';
import { type Act, stepsOf } from '../store/acts.ts';
import { hasRole, type People } from '../store/people.ts';
import { requirePlace } from '../store/place.ts';
import type { Store } from '../store/store.ts';
import type { Draft, EntryVersion, FileFacts } from '../store/versions.ts';

/** How far a draft has come now. @param people as main names them now, for who asks about many drafts */
export const progressOf = async (store: Store, draft: Draft, people?: People): Promise<Progress> =>
  toProgress(draft, await digestNow(store, draft), people ?? (await store.people()));

/** Digests of drafts at their commits, which never change. */
const digests = new WeakMap<Draft, string>();

async function digestNow(store: Store, draft: Draft): Promise<string> {
  const digest = digests.get(draft) ?? digestOf(draft, await store.facts(draft));
  digests.set(draft, digest);
  return digest;
}

/** The same without the digest: no file is read as long as nobody has signed. */
export async function standingOf(store: Store, draft: Draft, people?: People): Promise<Standing> {
  const hasSigned = stepsOf(draft.acts).at(-1)?.kind === 'sign';
  return toProgress(draft, hasSigned ? await digestNow(store, draft) : '', people ?? (await store.people()));
}

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

/** Works out a draft's progress. @param people as main names them now */
export function toProgress(draft: Draft, digest: string, people: People): Progress {
  const { unit, type } = requirePlace(draft.folder);
  const saves = draft.acts.filter(({ kind }) => kind === 'save').map(({ person }) => person);
  const editors = [...new Set(saves)];
  const needed = signOffsFor(type);
  const signed: SignOffRecord[] = [];
  const steps = stepsOf(draft.acts);
  const since = steps.findLastIndex(({ kind }) => kind !== 'sign');
  const isSubmitted = steps[since]?.kind === 'submit';
  let publishAt: string | undefined;
  for (const { signOff, person, parent, tree, publishAt: at } of isSubmitted ? steps.slice(since + 1) : []) {
    const before = draft.acts.find(({ commit }) => commit === parent);
    const role = needed.find((each) => each === signOff?.role);
    const signer = people.get(person);
    if (!signOff || !role || !signer || before?.tree !== tree) continue;
    if (signOff.person !== person || signOff.sha256 !== digest || editors.includes(person)) continue;
    if (!hasRole(signer, unit, role) || signed.some((each) => each.role === role || each.person === person)) continue;
    signed.push(signOff);
    publishAt = at;
  }
  const owed = needed.filter((role) => !signed.some((each) => each.role === role));
  const time = owed.length === 0 ? publishAt : undefined;
  const state = time === undefined ? toState(steps, isSubmitted, owed) : 'scheduled';
  return { state, author: editors[0] ?? '', editors, signed, owed, publishAt: time, digest };
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
