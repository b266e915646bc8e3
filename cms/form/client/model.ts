import { entryFields } from '../../model/entry-fields.ts';
import type { Field, Fields } from '../../model/field.ts';
import { toSchema } from '../../model/schema.ts';
import { findType } from '../../model/types/index.ts';

const schemas = new Map<string, ReturnType<typeof toSchema>>();

/** The model's field at a place such as `guide/materials/name`: the type, then names of fields. */
export function findField(at: string): Field | undefined {
  const [type = '', ...names] = at.split('/');
  let fields: Fields = { ...entryFields, ...findType(type)?.fields };
  let field: Field | undefined;
  for (const name of names) {
    field = fields[name];
    if (field?.kind === 'list') field = names.at(-1) === name ? field : field.of;
    fields = field?.kind === 'group' ? field.fields : {};
  }
  return field;
}

/** What is wrong with a value, in the model's words; undefined when nothing is. */
export function findFault(at: string, value: unknown): string | undefined {
  const field = findField(at);
  if (!field || (field.optional && isEmpty(value))) return undefined;
  let schema = schemas.get(at);
  if (!schema) schemas.set(at, (schema = toSchema(field)));
  return schema.safeParse(isEmpty(value) ? undefined : value).error?.issues[0]?.message;
}

export const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.every(isEmptyItem));

const isEmptyItem = (value: unknown) => value === undefined || value === null || value === '';
