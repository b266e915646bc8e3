import type { EntryStatus, ListedEntry, Page, Returned } from '../../form/api.ts';
import type { Library } from '../../library/library.ts';
import type { StoredHead } from '../../library/stored.ts';
import { stepsOf } from '../store/acts.ts';
import { titleOf } from '../store/fields-of.ts';
import { requireFields } from '../store/place.ts';
import type { Store } from '../store/store.ts';
import type { Draft } from '../store/versions.ts';
import { type State, standingOf } from '../workflow/progress.ts';

/** Entries of one page of a list. */
const PAGE = 20;

const STATUS: Readonly<Record<State, EntryStatus>> = {
  draft: 'draft',
  returned: 'draft',
  review: 'pending_review',
  approval: 'pending_publish',
  scheduled: 'pending_publish',
};

/** A page of what a unit has published in a type, the newest first. @param after folder of the last entry of the page before */
export function toPage(library: Library, unit: string, type: string, after?: string): Page {
  const heads = library.stored.page({ unit, type, most: PAGE + 1, ...(after !== undefined && { after }) });
  const items = heads.slice(0, PAGE).map(toPublished);
  return { items, total: library.stored.count(unit, type), ...(heads.length > PAGE && { next: items.at(-1)!.folder }) };
}

/** What a list shows of an entry on main. */
export const toPublished = ({ folder, title, publishedOn, isWithdrawn }: StoredHead): ListedEntry => ({
  ...onMain(folder),
  values: { title, published: isWithdrawn ? `${publishedOn}　已撤稿` : publishedOn },
});

/** How an entry on main stands of which nobody has a draft. */
export const onMain = (folder: string): Omit<ListedEntry, 'values'> => ({
  folder,
  status: 'published',
  isPublished: true,
  author: '',
  changedAt: '',
});

/** What a list shows of a draft. */
export async function toDrafted(store: Store, draft: Draft): Promise<ListedEntry> {
  return { ...(await toStanding(store, draft)), values: { title: titleOf(requireFields(Buffer.from(draft.text))) } };
}

/** How a draft stands, without what it says. */
export async function toStanding(store: Store, draft: Draft): Promise<Omit<ListedEntry, 'values'>> {
  const last = stepsOf(draft.acts).at(-1)!;
  const returned = returnedOf(draft);
  return {
    folder: draft.folder,
    status: STATUS[(await standingOf(store, draft)).state],
    isPublished: draft.begun !== undefined,
    author: draft.acts.findLast(({ kind }) => kind === 'save')?.name ?? '',
    changedAt: toTime(last.at),
    ...(returned && { returned }),
  };
}

/** Why a draft was sent back; undefined when it was not since it was last submitted. */
export function returnedOf({ acts }: Draft): Returned | undefined {
  const last = acts.findLast(({ kind }) => kind === 'submit' || kind === 'return');
  if (last?.kind !== 'return') return undefined;
  return { by: last.name, at: toTime(last.at), reason: last.words ?? '', place: last.place ?? '' };
}

/** ISO 8601. @param seconds since 1970 */
export const toTime = (seconds: number): string => new Date(seconds * 1000).toISOString();
