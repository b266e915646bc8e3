import type { Item } from '../../cms/library/item.ts';
import type { Library } from '../../cms/library/library.ts';

/** What was wrong in an earlier version of an entry (更正). */
export interface Correction {
  note: string;
  /** YYYY-MM-DD HH:MM; undefined where no signed commit tells. */
  at: string | undefined;
}

/** What has been corrected in a public entry since it was published or withdrawn, oldest first; nothing for a list that is taken down. */
export function toCorrections(library: Library, item: Pick<Item, 'number' | 'type' | 'data'>): Correction[] {
  if (library.isTakenDown(item)) return [];
  const acts = library.acts.of(item.number);
  const since = acts.slice(acts.findLastIndex(({ kind }) => kind === 'withdraw') + 1);
  const told = since.flatMap(({ correction: note, at }) => (note === undefined ? [] : [{ note, at }]));
  const { correction } = item.data;
  const isTold = correction === undefined || told.some(({ note }) => note === correction);
  return isTold ? told : [{ note: correction, at: undefined }, ...told];
}
