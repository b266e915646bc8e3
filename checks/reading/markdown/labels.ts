import { entryFields } from '../../../cms/model/entry-fields.ts';
import type { Field, Fields } from '../../../cms/model/field.ts';
import { findType, types } from '../../../cms/model/types/index.ts';

/** The label of the field of this name, whatever type or group it is in; undefined when no field has the name. */
export const labelOf = (name: string | undefined): string | undefined => (name === undefined ? undefined : LABELS.get(name));

/** The label of the field at a path such as `materials.0.name` of an entry of this type; undefined when there is none. */
export function labelAt(type: string, path: string): string | undefined {
  let fields: Fields = { ...entryFields, ...findType(type)?.fields };
  let label: string | undefined;
  for (const key of path.split('.').filter((part) => !/^\d+$/u.test(part))) {
    const field = fields[key];
    if (!field) return label;
    label = field.label;
    fields = fieldsIn(field);
  }
  return label;
}

const LABELS = new Map<string, string>();
for (const type of types) collect(type.fields);
// Fields of every entry come last: their label wins where a type has a field of the same name.
collect(entryFields);

function collect(fields: Fields) {
  // Fields of a group come first: a name such as `title` means the outer one.
  for (const field of Object.values(fields)) collect(fieldsIn(field));
  for (const [name, field] of Object.entries(fields)) LABELS.set(name, field.label);
}

/** The fields that a field or its items hold. */
function fieldsIn(field: Field): Fields {
  if (field.kind === 'list') return fieldsIn(field.of);
  return field.kind === 'group' ? field.fields : {};
}
