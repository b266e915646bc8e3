import type { Conflict as ConflictAnswer } from '../../form/api.ts';
import { toValues } from '../../form/entry-text.ts';
import type { Person } from '../accounts/people.ts';
import type { Conflict } from '../store/refusal.ts';
import type { Store } from '../store/store.ts';
import type { Draft } from '../store/versions.ts';
import { toTime } from './listed.ts';
import { filesOf } from './open-entry.ts';

/** As the other author of what the person saved in another window. */
const ELSEWHERE = '您在别的窗口';

/** What a form needs to set both versions side by side; the message alone when the entry is gone. */
export async function toConflict(
  store: Store,
  { id }: Person,
  { message, theirs, base }: Conflict,
): Promise<ConflictAnswer | { message: string }> {
  if (!theirs) return { message };
  const last = theirs.from === 'draft' ? (theirs as Draft).acts.findLast(({ kind }) => kind === 'save' || kind === 'discard') : undefined;
  const isOwn = last?.person === id;
  return {
    message: isOwn ? message.replace(/^别人已经/u, ELSEWHERE) : message,
    isDiscarded: last?.kind === 'discard',
    author: isOwn ? ELSEWHERE : (last?.name ?? ''),
    changedAt: last ? toTime(last.at) : '',
    version: theirs.version,
    values: toValues(theirs.text),
    files: await filesOf(store, theirs),
    ...(base && { base: toValues(base.text) }),
  };
}
