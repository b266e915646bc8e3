import { z } from 'zod';
import { isDay } from './day.ts';
import { entryFields } from './entry-fields.ts';
import type { Field, Fields } from './field.ts';
import { FILE_NAME, INDEX_NUMBER } from './shapes.ts';
import { findType } from './types/index.ts';
import * as words from './words.ts';

/** A Zod schema with the same limits as the field and the words of its label. */
export function toSchema(field: Field): z.ZodType {
  switch (field.kind) {
    case 'text':
      return text(
        field,
        ...(field.lines ? [] : [shaped(/^[^\r\n\v\f\u0085\u2028\u2029]*$/u, words.oneLine(field))]),
        limited(field, field.max, field.min),
        ...(field.shape ? [shaped(field.shape.pattern, words.shape(field, field.shape.words))] : []),
      );
    case 'markdown':
      return text(field, limited(field, field.max));
    case 'day':
      return text(field, shaped(/^\d{4}-\d{2}-\d{2}$/u, words.day(field)), existing(words.noSuchDay(field)));
    case 'moment':
      return text(field, shaped(/^\d{4}-\d{2}-\d{2} (?:[01]\d|2[0-3]):[0-5]\d$/u, words.moment(field)), existing(words.noSuchDay(field)));
    case 'choice':
      return z.enum(
        Object.keys(field.options) as [string, ...string[]],
        says(field, (input) => words.notAnOption(field, input)),
      );
    case 'yes':
      return z.boolean(says(field, () => words.yes(field)));
    case 'integer':
      return z
        .int(says(field, () => words.integer(field)))
        .min(field.min, words.range(field))
        .max(field.max, words.range(field));
    case 'numbers':
      return z
        .array(
          z.number({ error: () => words.numbers(field) }).min(0, words.numbers(field)),
          says(field, () => words.numbers(field)),
        )
        .length(field.columns.length, words.numbers(field));
    case 'reference':
      return field.to === 'entry' ? text(field, shaped(INDEX_NUMBER.pattern, words.shape(field, INDEX_NUMBER.words))) : text(field);
    case 'file':
      return text(field, shaped(FILE_NAME.pattern, words.shape(field, FILE_NAME.words)));
    case 'list': {
      const list = z
        .array(
          toSchema(field.of),
          says(field, () => words.notAList(field)),
        )
        .max(field.max, words.tooMany(field));
      return field.min === undefined ? list : list.min(field.min, words.tooFew(field));
    }
    case 'group':
      return toObjectSchema(field.fields, field);
  }
}

/**
 * A schema for a set of fields that refuses keys it does not know. Its message for several unknown keys has a line
 * for each of them.
 */
export function toObjectSchema(fields: Fields, whole: { label: string; help: string; optional?: boolean }) {
  const shape = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const schema = toSchema(field);
      return [name, field.optional ? schema.optional() : schema];
    }),
  );
  const { error } = says(whole, () => words.notAGroup(whole));
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? words.unknownKeys(issue.keys as string[], Object.keys(fields)) : error(issue)),
  });
}

const schemas = new Map<string, ReturnType<typeof toObjectSchema>>();

/** The front matter schema of a type, made when it is first asked for; undefined when there is no such type. */
export function entrySchema(name: string): ReturnType<typeof toObjectSchema> | undefined {
  const type = findType(name);
  if (type && !schemas.has(name))
    schemas.set(name, toObjectSchema({ ...entryFields, ...type.fields }, { label: type.label, help: type.use }));
  return schemas.get(name);
}

type Label = { label: string; help: string; optional?: boolean };
/** What is wrong with a text, or undefined. */
type Check = (value: string) => string | undefined;

/** Options with the words for what is not there, and for what is of the wrong kind. */
function says(field: Label, otherwise: (input: unknown) => string) {
  return {
    error: ({ input }: { input?: unknown }) => (input === undefined || input === null ? words.missing(field) : otherwise(input)),
  };
}

/** A text that is not blank. The first check that it fails has the word. */
function text(field: Label, ...checks: Check[]) {
  return z.string(says(field, () => words.notText(field))).check(({ value, issues }) => {
    const message = isBlank(value) ? words.missing(field) : firstOf(checks, value);
    if (message !== undefined) issues.push({ code: 'custom', input: value, message });
  });
}

const isBlank = (value: string) => !/[^\s\p{Cc}\p{Cf}]/u.test(value);

function firstOf(checks: readonly Check[], value: string): string | undefined {
  for (const check of checks) {
    const message = check(value);
    if (message !== undefined) return message;
  }
  return undefined;
}

/** Counts characters as people do, so that 𠮷 is one. */
function limited(field: Label, max: number, min = 0): Check {
  return (value) => {
    if (value.length <= max && value.length >= 2 * min) return undefined;
    const length = [...value].length;
    if (length > max) return words.tooLong(field, max, length);
    return length < min ? words.tooShort(field, min, length) : undefined;
  };
}

function shaped(pattern: RegExp, message: string): Check {
  return (value) => (pattern.test(value) ? undefined : message);
}

function existing(message: string): Check {
  return (value) => (isDay(value.slice(0, 10)) ? undefined : message);
}
