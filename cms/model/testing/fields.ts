import { alertFields } from '../alert.ts';
import { columnFields } from '../column.ts';
import { dutyFields } from '../duty.ts';
import { entryFields } from '../entry-fields.ts';
import type { Field, Fields } from '../field.ts';
import { platformFields } from '../platform.ts';
import { portalFields, redirectFields, topicFields } from '../portal.ts';
import { types } from '../types/index.ts';
import { unitFields } from '../unit.ts';

/** Every set of fields that a content file can have, by what it describes. */
export const EVERY_FORM: Record<string, Fields> = {
  ...Object.fromEntries(types.map((type) => [type.name, { ...entryFields, ...type.fields }])),
  portal: portalFields,
  unit: unitFields,
  column: columnFields,
  duty: dutyFields,
  platform: platformFields,
  topic: topicFields,
  redirect: redirectFields,
  alert: alertFields,
};

/** Every group of fields inside a form, the form itself first, each with its path. */
export function* groupsOf(fields: Fields, path: string): Generator<[path: string, fields: Fields]> {
  yield [path, fields];
  for (const [name, field] of Object.entries(fields)) yield* groupsIn(field, `${path}.${name}`);
}

function* groupsIn(field: Field, path: string): Generator<[path: string, fields: Fields]> {
  if (field.kind === 'list') yield* groupsIn(field.of, `${path}[]`);
  if (field.kind === 'group') yield* groupsOf(field.fields, path);
}

/** Every field of a form with its path, those inside lists and groups too. */
export function* fieldsOf(fields: Fields, path: string): Generator<[path: string, field: Field]> {
  for (const [name, field] of Object.entries(fields)) yield* fieldAndInner(field, `${path}.${name}`);
}

function* fieldAndInner(field: Field, path: string): Generator<[path: string, field: Field]> {
  yield [path, field];
  if (field.kind === 'list') yield* fieldAndInner(field.of, `${path}[]`);
  if (field.kind === 'group') yield* fieldsOf(field.fields, path);
}
