import { follow } from '../cms/office/forge/follow.ts';
import { toMergeRequests } from '../cms/office/forge/merge-requests.ts';
import { toPulls } from '../cms/office/forge/pulls.ts';
import type { OfficeParts } from '../cms/office/http/parts.ts';
import type { RemoteSettings } from '../cms/office/store/remote.ts';

/** How the office follows merge requests on a forge; undefined when the county names none. What comes of it is in the audit log. */
export function toFollow(
  { workflow, accounts, audit }: Pick<OfficeParts, 'workflow' | 'accounts' | 'audit'>,
  { forge, token = '' }: RemoteSettings,
): (() => Promise<void>) | undefined {
  if (!forge) return undefined;
  const place = { api: forge.api, project: forge.project, token };
  const client = forge.kind === 'gitlab' ? toMergeRequests(place) : toPulls(place);
  return async () => {
    const closed = new Set(accounts.list().flatMap(({ id, disabled }) => (disabled ? [id] : [])));
    for (const { person, folder, role, published } of await follow(workflow, client, (id) => !closed.has(id))) {
      audit.note({ person, act: 'sign', detail: `${folder} ${role} 代码平台` });
      if (published)
        audit.note({
          person,
          act: 'publish',
          detail: `${published.folder} ${published.number}${published.isLive ? '' : ' 网站没有更新'}`,
        });
    }
  };
}
