import { z } from 'zod';
import { askAll, type ForgePlace, make } from './ask.ts';
import type { Approval, Forge } from './forge.ts';

const pulls = z.array(
  z.object({
    number: z.int(),
    head: z.object({ ref: z.string(), repo: z.object({ full_name: z.string() }).nullish() }),
    base: z.object({ ref: z.string() }),
  }),
);
const reviews = z.array(
  z.object({
    user: z.object({ login: z.string() }).nullish(),
    state: z.string(),
    commit_id: z.string().nullish(),
    dismissed: z.boolean().optional(),
  }),
);

/** What takes an earlier approval back; a comment does not. */
const TAKES_BACK = new Set(['CHANGES_REQUESTED', 'REQUEST_CHANGES', 'DISMISSED']);

/** Pull requests of Forgejo and GitHub, which answer alike. */
export function toPulls(place: ForgePlace): Forge {
  const root = `/repos/${place.project}/pulls`;
  return {
    async requests() {
      const all = await askAll(place, `${root}?state=open`, pulls);
      const own = all.filter(({ head, base }) => base.ref === 'main' && head.repo?.full_name.toLowerCase() === place.project.toLowerCase());
      return own.map(({ number, head }) => ({ number, branch: head.ref }));
    },
    async open(branch, title) {
      await make(place, root, z.object({ number: z.int() }), { head: branch, base: 'main', title });
    },
    async look({ number }) {
      const given = new Map<string, Approval>();
      for (const { user, state, commit_id: commit, dismissed } of await askAll(place, `${root}/${number}/reviews`, reviews)) {
        const account = user?.login ?? '';
        if (dismissed || TAKES_BACK.has(state)) given.delete(account);
        else if (state === 'APPROVED' && account !== '' && commit) given.set(account, { account, commits: [commit] });
      }
      return { approvals: [...given.values()] };
    },
  };
}
