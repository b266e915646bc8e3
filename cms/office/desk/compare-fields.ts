import { BY_OFFICE, entryFields } from '../../model/entry-fields.ts';
import type { Field, Fields, ReferenceTarget } from '../../model/field.ts';
import { findType } from '../../model/types/index.ts';

/** The values of an entry's front matter. */
export type FrontMatter = Readonly<Record<string, unknown>>;

/** What people call something that a field names by its id; undefined when there is no such thing. */
export type NameOf = (to: ReferenceTarget, id: string) => string | undefined;

/** A field that says something else, or stays as it is. */
export interface FieldChange {
  label: string;
  /** In the words of the form; lists have a line for each item. Empty for nothing. */
  before: string;
  after: string;
}

/** All fields that either version fills in, in the order of the form; what the type does not know comes last under its own name. */
export function compareFields(type: string, before: FrontMatter, after: FrontMatter, nameOf: NameOf): FieldChange[] {
  const fields: Fields = { ...entryFields, ...findType(type)?.fields };
  const unknown = Object.keys({ ...before, ...after }).filter((name) => !Object.hasOwn(fields, name));
  return [...Object.keys(fields), ...unknown].flatMap((name): FieldChange[] => {
    if (BY_OFFICE.includes(name)) return [];
    const field = fields[name];
    const toText = (value: unknown) => (field ? toWords(field, value, nameOf) : plain(value));
    const change = { label: field?.label ?? name, before: toText(before[name]), after: toText(after[name]) };
    return change.before === '' && change.after === '' ? [] : [change];
  });
}

/** A field's value as people would say it. What does not fit the field, as may be in a draft, stands as it is. */
function toWords(field: Field, value: unknown, nameOf: NameOf): string {
  if (value === undefined || value === null) return '';
  switch (field.kind) {
    case 'choice':
      return (typeof value === 'string' ? field.options[value] : undefined) ?? plain(value);
    case 'yes':
      return value === true ? '是' : value === false ? '否' : plain(value);
    case 'numbers':
      return Array.isArray(value)
        ? value.map((number, index) => `${field.columns[index] ?? ''} ${plain(number)}`).join('；')
        : plain(value);
    case 'reference':
      return typeof value === 'string' ? (nameOf(field.to, value) ?? value) : plain(value);
    case 'list':
      return Array.isArray(value) ? value.map((item) => toWords(field.of, item, nameOf)).join('\n') : plain(value);
    case 'group':
      return typeof value === 'object' && !Array.isArray(value)
        ? Object.entries(field.fields)
            .map(([name, inner]) => [inner.label, toWords(inner, (value as FrontMatter)[name], nameOf)])
            .filter(([, words]) => words !== '')
            .map(([label, words]) => `${label}：${words}`)
            .join('；')
        : plain(value);
    default:
      return plain(value);
  }
}

const plain = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
