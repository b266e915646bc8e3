import type { SignOff } from '../../model/type.ts';
import type { Act } from '../store/acts.ts';
import type { Person } from '../store/people.ts';
import { requireFields } from '../store/place.ts';
import { Conflict, Refusal } from '../store/refusal.ts';
import { toRef } from '../store/versions.ts';
import { hindranceToSign } from '../workflow/may-sign.ts';
import { isUnderReview } from '../workflow/progress.ts';
import type { Published, Workflow } from '../workflow/workflow.ts';
import { type Approval, type Forge, ForgeError } from './forge.ts';

/** A sign-off that an approval on the forge was taken for. */
export interface SignedThere {
  person: string;
  folder: string;
  role: SignOff;
  published?: Published;
}

/** What people read at the desk beside such a sign-off. */
const OPINION = '在代码平台上批准。';

/**
 * Opens a merge request for every draft under review that has none, and takes approvals there for sign-offs of the people whose
 * accounts gave them, as far as they may sign here: nothing that the desk would refuse is done.
 * @param mayAct whether somebody's account here is not closed
 * @throws ForgeError
 */
export async function follow(workflow: Workflow, forge: Forge, mayAct: (person: string) => boolean): Promise<SignedThere[]> {
  const { store } = workflow;
  const open = new Map((await forge.requests()).map((request) => [request.branch, request]));
  const signed: SignedThere[] = [];
  let failed: ForgeError | undefined;
  for (const draft of await store.drafts()) {
    if (!isUnderReview(await workflow.progress(draft))) continue;
    const branch = toRef(draft.folder).slice('refs/heads/'.length);
    const request = open.get(branch);
    try {
      const title = `审签：${requireFields(Buffer.from(draft.text)).title ?? draft.folder}`;
      if (!request) {
        await forge.open(branch, title);
        continue;
      }
      const { approvals, shown = [] } = await forge.look(request);
      for (const approval of approvals) signed.push(...(await take(workflow, draft.folder, approval, mayAct)));
      if (isWorn(draft.acts, shown)) await forge.renew?.(request, title);
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      failed ??= error;
      // What is wrong with one keeps no other.
      if (!error.isOfOne) break;
    }
  }
  // What was signed must be noted; what failed is asked for again.
  if (failed && signed.length === 0) throw failed;
  return signed;
}

async function take(
  workflow: Workflow,
  folder: string,
  { account, commits }: Approval,
  mayAct: (person: string) => boolean,
): Promise<SignedThere[]> {
  const { store } = workflow;
  const draft = await store.draft(folder);
  const person = byAccount((await store.people()).values(), account);
  if (!draft || !person || !mayAct(person.id) || !areForPresent(draft.acts, commits)) return [];
  const progress = await workflow.progress(draft);
  const role = isUnderReview(progress) ? progress.owed.find((owed) => !hindranceToSign(person, folder, owed, progress)) : undefined;
  if (role === undefined) return [];
  try {
    const { published } = await workflow.sign(person, { folder, version: draft.version }, role, OPINION);
    return [{ person: person.id, folder, role, ...(published && { published }) }];
  } catch (error) {
    // Somebody was quicker; next time it is looked at anew.
    if (error instanceof Refusal || error instanceof Conflict) return [];
    throw error;
  }
}

/** The only person with an account; of two who share one, neither. */
function byAccount(people: Iterable<Person>, account: string): Person | undefined {
  const those = [...people].filter(({ forge }) => forge?.toLowerCase() === account.toLowerCase());
  return those.length === 1 ? those[0] : undefined;
}

const areForPresent = (acts: readonly Act[], commits: readonly string[]): boolean =>
  commits.length > 0 && commits.every((commit) => isForPresent(acts, commit));

/** Whether a request shows the draft as it was last handed in, and has shown something else before. @param shown the newest first */
const isWorn = (acts: readonly Act[], shown: readonly string[]): boolean =>
  shown[0] !== undefined && isForPresent(acts, shown[0]) && !areForPresent(acts, shown);

/** Whether a commit is the draft as it was last handed in, or what was only signed or commented since. */
function isForPresent(acts: readonly Act[], commit: string): boolean {
  const at = acts.findIndex((act) => act.commit === commit);
  const submitted = acts.findLastIndex(({ kind }) => kind === 'submit');
  return at >= submitted && submitted >= 0 && acts.slice(submitted).every(({ kind }) => ['submit', 'sign', 'comment'].includes(kind));
}
