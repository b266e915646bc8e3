import type { Entry, Item } from '../../cms/library/item.ts';
import type { Library } from '../../cms/library/library.ts';
import { listOf } from '../../cms/library/lists.ts';

/** Every public dataset of the portal with its files, by unit and the oldest first: those in columns that hold data (开放数据). */
export function datasetsOf(library: Library): Entry<'dataset'>[] {
  const found = new Map<string, Item>();
  const units = library.units();
  for (const unit of units)
    for (const id of unit.columns) {
      if (library.column(id)?.kind !== 'data') continue;
      const list = listOf.column(unit.id, id);
      for (const item of library.slice(list, 0, library.count(list))) if (item.type === 'dataset') found.set(item.number, item);
    }
  const order = new Map(units.map(({ id, order: place }) => [id, place]));
  return [...found.values()]
    .sort((a, b) => order.get(a.unit)! - order.get(b.unit)! || (a.number < b.number ? -1 : 1))
    .flatMap(({ number }) => (library.entry(number) as Entry<'dataset'> | undefined) ?? []);
}
