import { z } from 'zod';
import { askAll, type ForgePlace, make } from './ask.ts';
import type { Forge } from './forge.ts';

const requests = z.array(
  z.object({ iid: z.int(), source_branch: z.string(), source_project_id: z.int().nullable(), target_project_id: z.int() }),
);

/** Merge requests of GitLab. Its approvals do not say which commit they are for, so none counts. */
export function toMergeRequests(place: ForgePlace): Forge {
  const root = `/projects/${encodeURIComponent(place.project)}/merge_requests`;
  return {
    async requests() {
      const all = await askAll(place, `${root}?state=opened&target_branch=main`, requests);
      const own = all.filter(({ source_project_id: from, target_project_id: to }) => from === to);
      return own.map(({ iid, source_branch: branch }) => ({ number: iid, branch }));
    },
    async open(branch, title) {
      await make(place, root, z.object({ iid: z.int() }), { source_branch: branch, target_branch: 'main', title });
    },
    approvals: async () => [],
  };
}
