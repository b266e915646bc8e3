import { z } from 'zod';
import { entryFields } from './entry-fields.ts';
import type { Field, Fields } from './field.ts';
import { FILE_NAME, INDEX_NUMBER } from './shapes.ts';
import { types } from './types/index.ts';
import * as words from './words.ts';

/** A Zod schema with the same limits as the field and the words of its label. */
export function toSchema(field: Field): z.ZodType {
  switch (field.kind) {
    case 'text':
      return toTextSchema(field);
    case 'markdown':
      return characters(field, field.max);
    case 'day':
      return string(field).check(shaped(/^\d{4}-\d{2}-\d{2}$/u, words.day(field)), existing(words.noSuchDay(field)));
    case 'moment':
      return string(field).check(
        shaped(/^\d{4}-\d{2}-\d{2} (?:[01]\d|2[0-3]):[0-5]\d$/u, words.moment(field)),
        existing(words.noSuchDay(field)),
      );
    case 'choice':
      return z.enum(Object.keys(field.options) as [string, ...string[]], {
        error: (issue) => (issue.input === undefined ? words.missing(field) : words.notAnOption(field, issue.input)),
      });
    case 'yes':
      return z.boolean({ error: (issue) => (issue.input === undefined ? words.missing(field) : words.yes(field)) });
    case 'integer':
      return z
        .int({ error: (issue) => (issue.input === undefined ? words.missing(field) : words.integer(field)) })
        .min(field.min, words.range(field))
        .max(field.max, words.range(field));
    case 'numbers':
      return z
        .array(z.number({ error: () => words.numbers(field) }).min(0, words.numbers(field)), {
          error: (issue) => (issue.input === undefined ? words.missing(field) : words.numbers(field)),
        })
        .length(field.columns.length, words.numbers(field));
    case 'reference':
      return field.to === 'entry'
        ? string(field).check(shaped(INDEX_NUMBER.pattern, words.shape(field, INDEX_NUMBER.words)))
        : string(field);
    case 'file':
      return string(field).check(shaped(FILE_NAME.pattern, words.shape(field, FILE_NAME.words)));
    case 'list':
      return z
        .array(toSchema(field.of), {
          error: (issue) => (issue.input === undefined ? words.missing(field) : words.notAList(field)),
        })
        .min(field.min ?? 0, words.tooFew(field))
        .max(field.max, words.tooMany(field));
    case 'group':
      return toObjectSchema(field.fields, field);
  }
}

/** A schema for a set of fields that refuses keys it does not know. */
export function toObjectSchema(fields: Fields, whole: { label: string; help: string }) {
  const shape = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const schema = toSchema(field);
      return [name, field.optional ? schema.optional() : schema];
    }),
  );
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys') return words.unknownKey(issue.keys as string[], Object.keys(fields));
      return issue.input === undefined ? words.missing(whole) : words.notAGroup(whole);
    },
  });
}

/** The front matter schema of every type, by type name. */
export const entrySchemas = new Map(
  types.map((type) => [type.name as string, toObjectSchema({ ...entryFields, ...type.fields }, { label: type.label, help: type.use })]),
);

type Label = { label: string; help: string };

function string(field: Label) {
  return z.string({
    error: (issue) => (issue.input === undefined || issue.input === null ? words.missing(field) : words.notText(field)),
  });
}

function toTextSchema(field: Extract<Field, { kind: 'text' }>) {
  const schema = characters(field, field.max);
  const oneLine = field.lines ? schema : schema.check(shaped(/^[^\r\n]*$/u, words.oneLine(field)));
  return field.shape ? oneLine.check(shaped(field.shape.pattern, words.shape(field, field.shape.words))) : oneLine;
}

/** Counts characters as people do, so that 𠮷 is one. */
function characters(field: Label, max: number) {
  return string(field).check((context) => {
    if (context.value.trim() === '') context.issues.push(issue(context.value, words.missing(field)));
    else if (context.value.length > max) {
      const length = [...context.value].length;
      if (length > max) context.issues.push(issue(context.value, words.tooLong(field, max, length)));
    }
  });
}

function issue(input: unknown, message: string) {
  return { code: 'custom' as const, input, message };
}

function shaped(pattern: RegExp, message: string) {
  return (context: z.core.ParsePayload<string>) => {
    if (context.value.trim() !== '' && !pattern.test(context.value)) context.issues.push(issue(context.value, message));
  };
}

function existing(message: string) {
  return (context: z.core.ParsePayload<string>) => {
    const named = /^\d{4}-\d{2}-\d{2}/u.exec(context.value);
    if (named && !isDay(named[0])) context.issues.push(issue(context.value, message));
  };
}

/** Whether YYYY-MM-DD is a day of the calendar. */
export function isDay(value: string): boolean {
  const [year = 0, month = 0, date = 0] = value.split('-').map(Number);
  const days = [31, (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return month >= 1 && month <= 12 && date >= 1 && date <= (days[month - 1] ?? 0);
}
