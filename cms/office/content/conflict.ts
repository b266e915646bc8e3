import type { Conflict as ConflictAnswer } from '../../form/api.ts';
import { toValues } from '../../form/entry-text.ts';
import type { Conflict } from '../store/refusal.ts';
import type { Store } from '../store/store.ts';
import type { Draft } from '../store/versions.ts';
import { toTime } from './listed.ts';
import { filesOf } from './open-entry.ts';

/** What a form needs to set both versions side by side; the message alone when the entry is gone. */
export async function toConflict(store: Store, { message, theirs, base }: Conflict): Promise<ConflictAnswer | { message: string }> {
  if (!theirs) return { message };
  const last = theirs.from === 'draft' ? (theirs as Draft).acts.findLast(({ kind }) => kind === 'save' || kind === 'discard') : undefined;
  return {
    message,
    isDiscarded: last?.kind === 'discard',
    author: last?.name ?? '',
    changedAt: last ? toTime(last.at) : '',
    version: theirs.version,
    values: toValues(theirs.text),
    files: await filesOf(store, theirs),
    ...(base && { base: toValues(base.text) }),
  };
}
