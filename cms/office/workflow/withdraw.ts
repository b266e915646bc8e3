import { dump } from 'js-yaml';
import { readEntry } from '../../library/read-entry.ts';
import { entryFields } from '../../model/entry-fields.ts';
import type { Field, Fields } from '../../model/field.ts';
import { MAIN_ACTS } from '../../model/main-act.ts';
import { findType } from '../../model/types/index.ts';
import { toWithdrawnBody } from '../../model/withdrawn.ts';
import { forbidsSaving } from '../review.ts';
import { toMinute } from '../store/clock.ts';
import type { Person } from '../store/people.ts';
import { requireFields, requirePlace } from '../store/place.ts';
import { Refusal } from '../store/refusal.ts';
import type { Store } from '../store/store.ts';
import { FOLDER_MODE } from '../store/tree.ts';
import { commitRemoval } from './commit-removal.ts';
import { type Removal, requireRemovable } from './removable.ts';

/** 撤稿: the page stays, with the reason in place of the text. 下线: the page goes at once. */
export type RemovalKind = 'withdraw' | 'takeDown';

/**
 * Takes what an entry says off main in one signed commit, which tells who did it and why (STD-REV-07). Its index number is never
 * used again. @returns the commit, and the index number that it took off
 * @throws Refusal, Conflict
 */
export async function remove(
  store: Store,
  person: Person,
  kind: RemovalKind,
  { folder, version, reason }: Removal,
): Promise<{ commit: string; number: string }> {
  const { repository } = store;
  const act = MAIN_ACTS[kind];
  const place = requirePlace(folder);
  const { main, entry, role } = await requireRemovable(store, person, act, { folder, version, reason });

  // What must go at once does not wait until a clock is right.
  const at = toMinute(kind === 'withdraw' ? repository.clock.certain(act) : repository.clock.now());
  const own = kind === 'withdraw' ? Buffer.from(toWithdrawn(place.type, entry.text, reason, at)) : undefined;
  if (own && !readEntry(place, own).entry) throw new Refusal('state', '这种内容离不开附件，不能撤稿。需要撤下的，办理下线。');
  const { findings } = own ? await store.review({ base: main, files: [{ path: `${folder}/index.md`, bytes: own }] }) : { findings: [] };
  const inPage = findings.filter(forbidsSaving);
  if (inPage.length > 0) throw new Refusal('refused', '撤稿以后仍要保留的标题等内容里，有不能公开的文字，没有撤稿。改办下线。', inPage);

  return commitRemoval(store, person, kind, { removal: { folder, version, reason }, entry, role, at }, async (now) => {
    if (!own) return { tree: await repository.withItem(now, folder, undefined) };
    const blob = await repository.writeBlob(own);
    const id = await repository.writeFolder([{ name: 'index.md', blob }]);
    return { tree: await repository.withItem(now, folder, { mode: FOLDER_MODE, id }), own: { text: own.toString('utf8'), blob } };
  });
}

/** Fields that tell what was said: they go with the text. */
export const TELLING: ReadonlySet<string> = new Set(['summary', 'keywords', 'correction']);

/** The entry's file with the reason in place of the text, and without anything that names a file. */
function toWithdrawn(type: string, text: string, reason: string, at: string): string {
  const fields: Fields = { ...entryFields, ...findType(type)?.fields };
  const kept = Object.entries(requireFields(Buffer.from(text))).filter(
    ([name]) => !TELLING.has(name) && !(fields[name] && namesFiles(fields[name])),
  );
  return `---\n${dump(Object.fromEntries(kept), { lineWidth: -1 })}---\n\n${toWithdrawnBody(reason, at)}`;
}

function namesFiles(field: Field): boolean {
  if (field.kind === 'list') return namesFiles(field.of);
  if (field.kind === 'group') return Object.values(field.fields).some(namesFiles);
  return field.kind === 'file';
}
