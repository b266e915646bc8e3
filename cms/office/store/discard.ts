import { isUnmovedSince, toMessage } from './acts.ts';
import { hasRole, type Person } from './people.ts';
import { requirePlace } from './place.ts';
import { DISCARDED } from './refs.ts';
import { Conflict, Refusal } from './refusal.ts';
import type { Repository } from './repository.ts';
import { requireEditable, type Save } from './save.ts';
import { toRef, type Versions } from './versions.ts';

/**
 * Gives up a draft. Its commits are kept under `refs/discarded/`, the last of them telling who did it, so that a slip can be mended.
 * @throws Refusal, Conflict
 */
export async function discard(
  repository: Repository,
  versions: Versions,
  person: Person,
  { folder, version }: Omit<Save, 'files'>,
): Promise<void> {
  const place = requirePlace(folder);
  if (!hasRole(person, place.unit, 'editor')) throw new Refusal('forbidden', '您不是这个单位的编辑，不能丢弃这条草稿。');
  return repository.queue.run(async () => {
    const draft = await versions.draft(folder);
    if (!draft) throw new Refusal('missing', '没有这条草稿，可能已经发布或者丢弃。请回列表核对。');
    if (draft.version !== version && !isUnmovedSince(draft.acts, version))
      throw new Conflict('这条内容刚才有变化，没有丢弃。看过现在的内容再办。', draft, await versions.draftAt(folder, version));
    requireEditable(draft, version);
    const { id } = await repository.commit({
      tree: draft.acts.at(-1)!.tree,
      parents: [draft.version],
      message: toMessage({ kind: 'discard', entry: folder }),
      author: person,
      isSigned: true,
    });
    const kept = `${DISCARDED}/${id}`;
    // The same within the same second, when the same was saved again after it was discarded.
    const hasKept = (await repository.reader.read(kept)) !== undefined;
    await repository.move([
      { ref: toRef(folder), from: draft.version, to: undefined },
      ...(hasKept ? [] : [{ ref: kept, from: undefined, to: id }]),
    ]);
  });
}
