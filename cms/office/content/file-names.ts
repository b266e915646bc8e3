import { linkedFiles } from '../../library/context.ts';
import { entryFields } from '../../model/entry-fields.ts';
import type { Field, Fields } from '../../model/field.ts';
import { findType } from '../../model/types/index.ts';

/** Names of the files that an entry names in its fields or links to in its texts; the values may be anything. */
export function fileNames(type: string, values: Readonly<Record<string, unknown>>): Set<string> {
  const fields: Fields = { ...entryFields, ...findType(type)?.fields };
  const named = Object.entries(fields).flatMap(([name, field]) => [...namesIn(field, values[name])]);
  return new Set([...named, ...linkedFiles(String(values.body ?? ''))]);
}

function* namesIn(field: Field, value: unknown): Generator<string> {
  if (field.kind === 'list' && Array.isArray(value)) for (const each of value) yield* namesIn(field.of, each);
  if (field.kind === 'group' && typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(field.fields)) yield* namesIn(inner, (value as Record<string, unknown>)[name]);
  if (field.kind === 'file' && typeof value === 'string') yield value;
  if (field.kind === 'markdown' && typeof value === 'string') yield* linkedFiles(value);
}
