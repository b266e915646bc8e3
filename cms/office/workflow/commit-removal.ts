import { MAIN_ACTS, MAIN_TRAILERS } from '../../model/main-act.ts';
import { commitOnMain } from '../store/commit-on-main.ts';
import type { Person } from '../store/people.ts';
import { requireFields } from '../store/place.ts';
import { Conflict } from '../store/refusal.ts';
import type { Store } from '../store/store.ts';
import type { EntryVersion } from '../store/versions.ts';
import { digestOf } from './progress.ts';
import type { Removal, RemovingRole } from './removable.ts';

/** What a removal leaves on main. */
interface Left {
  /** The tree of main afterwards. */
  tree: string;
  /** The entry's own file and its blob; undefined when nothing of the entry stays. */
  own?: { text: string; blob: string };
  /** Trailers beside those that every removal has. */
  more?: readonly string[];
}

/**
 * Takes an entry off main in one signed commit, which tells who did it, in which role, and why (STD-REV-07). Its index number is never
 * used again.
 * @param at when the person did it, YYYY-MM-DD HH:MM
 * @param leave makes what is left, on the main that it is given
 * @throws Conflict when the entry has changed meanwhile
 */
export async function commitRemoval(
  store: Store,
  person: Person,
  kind: 'withdraw' | 'takeDown' | 'merge',
  { removal, entry, role, at }: { removal: Removal; entry: EntryVersion; role: RemovingRole; at: string },
  leave: (main: string) => Promise<Left>,
): Promise<{ commit: string; number: string }> {
  const { repository } = store;
  const { folder, version, reason } = removal;
  const act = MAIN_ACTS[kind];
  const number = String(requireFields(Buffer.from(entry.text)).index_number ?? '');
  return repository.queue.run(async () => {
    const main = await store.main();
    const current = await store.versions.published(folder, main);
    if (current?.version !== version) throw new Conflict(`这条内容刚才有变化，没有${act}。看过现在的内容再办。`, current, entry);
    const { tree, own, more = [] } = await leave(main);
    const left = { ...entry, text: own?.text ?? '', files: own ? [{ name: 'index.md', blob: own.blob }] : [] };
    const signOffs = [{ role, person: person.id, at, sha256: digestOf(left, await store.facts(left)) }];
    const trailers = [
      ...(number === '' ? [] : [`${MAIN_TRAILERS.indexNumber}: ${number}`]),
      ...more,
      `${MAIN_TRAILERS[kind]}: ${JSON.stringify(reason)}`,
    ];
    const record = { entry: folder, author: person.id, signOffs };
    const { id } = await commitOnMain(repository, main, { act, record, trailers, tree, author: person });
    return { commit: id, number };
  });
}
