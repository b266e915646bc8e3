import { entryFields } from '../../../cms/model/entry-fields.ts';
import type { Field, Fields } from '../../../cms/model/field.ts';
import { types } from '../../../cms/model/types/index.ts';

/** The label of the field of this name, whatever type or group it is in; undefined when no field has the name. */
export const labelOf = (name: string | undefined): string | undefined => (name === undefined ? undefined : LABELS.get(name));

const LABELS = new Map<string, string>();
for (const type of types) collect(type.fields);
// Fields of every entry come last: their label wins where a type has a field of the same name.
collect(entryFields);

function collect(fields: Fields) {
  for (const [name, field] of Object.entries(fields)) {
    LABELS.set(name, field.label);
    collectInner(field);
  }
}

function collectInner(field: Field) {
  if (field.kind === 'list') collectInner(field.of);
  if (field.kind === 'group') collect(field.fields);
}
