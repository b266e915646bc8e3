import type { Library } from '../../library/library.ts';
import { findType } from '../../model/types/index.ts';
import type { NameOf } from './compare-fields.ts';

/** What people call units, columns, duties, topics and entries. */
export const namesFrom =
  (library: Library): NameOf =>
  (to, id) => {
    switch (to) {
      case 'unit':
        return library.unit(id)?.short_name;
      case 'column':
        return library.column(id)?.name;
      case 'topic':
        return library.topic(id)?.title;
      case 'duty': {
        const duty = library.duty(id);
        return duty && `${duty.domain}：${duty.name}`;
      }
      case 'entry': {
        const item = library.item(id);
        return item && `《${item.data.title}》（${id}）`;
      }
    }
  };

/** What people call a unit and a type. */
export const toNames = (library: Library, { unit, type }: { unit: string; type: string }) => ({
  unit: library.unit(unit)?.short_name ?? unit,
  type: findType(type)?.label ?? type,
});

const known = new WeakMap<Library, readonly string[]>();

/** Names of the people who lead units or publish for them. */
export function knownNames(library: Library): readonly string[] {
  let names = known.get(library);
  if (!names) {
    const all = library.units().flatMap(({ leaders, people }) => [...leaders, ...people].map(({ name }) => name));
    known.set(library, (names = [...new Set(all)]));
  }
  return names;
}
