import type { Data } from '../../../../cms/model/types/index.ts';
import { dataOf } from '../../../subjects/data-of.ts';
import type { EntrySubject } from '../../../subjects/entry.ts';

interface Broken {
  /** `standing`: it repeals or amends a document that does not say so; `unlinked`: the other way round. */
  kind: 'standing' | 'unlinked';
  field: string;
  number: string;
}

/** Links between a document and those that it changes, or that change it, which hold one way only. */
export function linksOf({ library, number }: EntrySubject, data: Data<'policy'>): Broken[] {
  const policyAt = (target: string) => {
    const item = library.item(target);
    return item && dataOf(item, 'policy');
  };
  const outward = (['repeals', 'amends'] as const).flatMap((field) =>
    (data[field] ?? []).flatMap((target, index): Broken[] => {
      const validity = policyAt(target)?.validity;
      return validity === 'in-force' || validity === 'pending' ? [{ kind: 'standing', field: `${field}.${index}`, number: target }] : [];
    }),
  );
  const changer = data.changed_by === undefined ? undefined : policyAt(data.changed_by);
  const isNamed =
    !changer ||
    data.validity === 'lapsed' ||
    number === undefined ||
    [...(changer.repeals ?? []), ...(changer.amends ?? [])].includes(number);
  return isNamed ? outward : [...outward, { kind: 'unlinked', field: 'changed_by', number: data.changed_by! }];
}
