import { MAIN_ACTS, MAIN_TRAILERS } from '../../model/main-act.ts';
import { TRAILERS } from '../../model/record.ts';
import { commitOnMain } from '../store/commit-on-main.ts';
import { isOffice, type Person } from '../store/people.ts';
import { requirePlace } from '../store/place.ts';
import { MAIN } from '../store/refs.ts';
import { Refusal } from '../store/refusal.ts';
import type { Store } from '../store/store.ts';
import { TAKEN_OVER } from '../store/take-over.ts';
import { requireHarmlessReason, requireReason } from '../workflow/reason.ts';
import { type Rewritten, rewrite } from './rewrite.ts';

export interface Purging {
  /** Folder of the entry, in any of its years. */
  folder: string;
  reason: string;
}

export interface Purged {
  /** The commit of main that says what was purged, by whom and why. */
  commit: string;
  commits: number;
  refs: number;
  /** Files that the history held and that are in it no more, but for those in `elsewhere`. */
  files: number;
  /** Files with the very bytes of one that was purged, which other content holds. */
  elsewhere: number;
}

/** Looks how much of the history holds an entry, without moving anything. @throws Refusal when it cannot be purged now */
export async function rehearsePurge(store: Store, person: Person, purging: Purging): Promise<Rewritten> {
  await requirePurgeable(store, person, purging);
  return rewrite(store.repository, requirePlace(purging.folder));
}

/**
 * Takes what an entry said out of the whole history (清除), for what must never have come in: the history is rewritten, a signed
 * commit tells so, and the old objects are gone from the repository. What was taken away cannot be had back.
 * @param rehearsed what the rehearsal has written, if nothing has moved since
 * @throws Refusal
 */
export async function purge(store: Store, person: Person, purging: Purging, rehearsed?: Rewritten): Promise<Purged> {
  const { repository } = store;
  const { git, reader } = repository;
  const { commits, refs, blobs } = rehearsed ?? (await rehearsePurge(store, person, purging));
  if (commits.size === 0) throw new Refusal('missing', '历史里没有这条内容，没有可以清除的。核对条目的文件夹。');
  await repository.move(refs);
  const begun = await git.line(['config', '--default', '', '--get', TAKEN_OVER]);
  if (commits.has(begun)) await git.run(['config', TAKEN_OVER, commits.get(begun)!]);
  const commit = await tell(store, person, purging);
  reader.renew();
  await git.run(['reflog', 'expire', '--expire=now', '--all']);
  await git.run(['repack', '-a', '-d', '-q', '--no-write-bitmap-index']);
  await git.run(['prune', '--expire=now']);
  const asked = [...blobs].map((id) => `${id}\n`).join('');
  const left = (await git.line(['cat-file', '--batch-check'], asked)).split('\n').filter((line) => line.includes(' blob '));
  return { commit, commits: commits.size, refs: refs.length, files: blobs.size, elsewhere: left.length };
}

async function requirePurgeable(store: Store, person: Person, { folder, reason }: Purging): Promise<void> {
  const { unit, type, slug } = requirePlace(folder);
  if (!isOffice(person)) throw new Refusal('forbidden', '您不在信息办，不能清除。');
  requireReason(MAIN_ACTS.purge, reason, '，不要写进要清除的内容');
  await requireHarmlessReason(store, MAIN_ACTS.purge, reason);
  const { git, root } = store.repository;
  const years = await git.line(['ls-tree', '-d', '--name-only', '--full-tree', MAIN, `${root}entries/${unit}/${type}/`]);
  for (const year of years.split('\n').filter(Boolean))
    if (await store.repository.at(MAIN, `${year.slice(root.length)}/${slug}`))
      throw new Refusal('state', '这条内容还在网上，没有清除。先在审核台办理下线，再清除。');
  const drafts = await store.drafts(unit);
  if (drafts.some((draft) => isSame(draft.folder, { unit, type, slug })))
    throw new Refusal('state', '这条内容还有草稿，没有清除。先由编辑丢弃草稿，再清除。');
}

function isSame(folder: string, place: { unit: string; type: string; slug: string }): boolean {
  const { unit, type, slug } = requirePlace(folder);
  return unit === place.unit && type === place.type && slug === place.slug;
}

/** One signed commit that changes nothing and says what was purged. */
async function tell({ repository }: Store, person: Person, { folder, reason }: Purging): Promise<string> {
  const trailers = [
    `${TRAILERS.entry}: ${folder}`,
    `${MAIN_TRAILERS.changedBy}: ${person.id}`,
    `${MAIN_TRAILERS.purge}: ${JSON.stringify(reason)}`,
  ];
  return (await commitOnMain(repository, (await repository.main()).id, { act: MAIN_ACTS.purge, trailers, author: person })).id;
}
