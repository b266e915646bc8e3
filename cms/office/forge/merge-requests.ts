import { z } from 'zod';
import { ask, askAll, type ForgePlace, make } from './ask.ts';
import type { Forge } from './forge.ts';

const requests = z.array(
  z.object({ iid: z.int(), source_branch: z.string(), source_project_id: z.int().nullable(), target_project_id: z.int() }),
);

const approvals = z.object({ approved_by: z.array(z.object({ user: z.object({ username: z.string() }) })) });
const versions = z.array(z.object({ head_commit_sha: z.string().nullish() }));
const made = z.object({ iid: z.int() });

/**
 * Merge requests of GitLab. Its approvals do not say which commit they are for, and its pages send none with them; but nobody can have
 * seen another than the request has shown. The commits are asked for last, so that none is missing that an approval could be for.
 */
export function toMergeRequests(place: ForgePlace): Forge {
  const root = `/projects/${encodeURIComponent(place.project)}/merge_requests`;
  const open = (branch: string, title: string) => make(place, root, made, { source_branch: branch, target_branch: 'main', title });
  return {
    async requests() {
      const all = await askAll(place, `${root}?state=opened&target_branch=main`, requests);
      const own = all.filter(({ source_project_id: from, target_project_id: to }) => from === to);
      return own.map(({ iid, source_branch: branch }) => ({ number: iid, branch }));
    },
    open,
    async look({ number }) {
      const { approved_by: by } = await ask(place, `${root}/${number}/approvals`, approvals);
      const shown = (await askAll(place, `${root}/${number}/versions`, versions)).map(({ head_commit_sha: head }) => head ?? '');
      return { approvals: by.map(({ user: { username: account } }) => ({ account, commits: shown })), shown };
    },
    async renew({ number, branch }, title) {
      await ask(place, `${root}/${number}`, made, { method: 'PUT', body: { state_event: 'close' } });
      await open(branch, title);
    },
  };
}
