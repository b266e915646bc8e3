import { entryFields } from '../../../cms/model/entry-fields.ts';
import type { Field, Fields } from '../../../cms/model/field.ts';
import { findType, types } from '../../../cms/model/types/index.ts';

/** The fields of every entry first, then those of each type. */
const ALL: readonly Fields[] = [entryFields, ...types.map(({ fields }) => fields)];

/**
 * The label of a field by the names that lead to it, such as `attachments`, `title`; undefined when there is none.
 * Places in a list are left out.
 * @param type of the entry; without it the first type that has the field tells its label
 */
export function labelOf(names: readonly string[], type?: string): string | undefined {
  const own = type === undefined ? undefined : findType(type)?.fields;
  for (const fields of own ? [own, ...ALL] : ALL) {
    const field = find(fields, names);
    if (field) return field.label;
  }
  return undefined;
}

function find(fields: Fields, [name = '', ...rest]: readonly string[]): Field | undefined {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field || rest.length === 0) return field;
  const inner = field.kind === 'list' ? field.of : field;
  return inner.kind === 'group' ? find(inner.fields, rest) : undefined;
}
