import { BY_OFFICE, entryFields } from '../model/entry-fields.ts';
import type { Field, Fields, ReferenceTarget } from '../model/field.ts';
import type { TypeName, types } from '../model/types/index.ts';

/** A field of Decap's configuration. */
export interface Widget {
  name: string;
  label: string;
  widget: string;
  hint?: string;
  required: false;
  /** Where the model has the field: the type, then names of fields. Our widgets take limits and words from there. */
  at?: string;
  options?: readonly Option[];
  [option: string]: unknown;
}
export interface Option {
  value: string;
  label: string;
}
/** What a field may refer to by choosing from a list; entries are looked up in the whole library instead. */
export type Choices = Readonly<Record<Exclude<ReferenceTarget, 'entry'>, readonly Option[]>>;

export type EntryType = (typeof types)[number];

/** Fields of every entry that stand after those of its type. */
const LAST = ['summary', 'keywords', 'source', 'source_url', 'author', 'cover', 'attachments', 'duties', 'topics', 'correction'];

/** Fields of a type in the order in which they are filled in: those before the text and those after it, without what the office writes. */
export function toOrdered(type: EntryType): Record<'before' | 'after', [name: string, field: Field][]> {
  const common = Object.entries(entryFields as Fields).filter(([name]) => !BY_OFFICE.includes(name));
  const first = common.filter(([name]) => !LAST.includes(name));
  const after = LAST.flatMap((last) => common.filter(([name]) => name === last));
  return { before: [...first, ...Object.entries(type.fields as Fields)], after };
}

/** The form of a type. The texts are the model's. */
export function toWidgets(type: EntryType, choices: Choices): Widget[] {
  const { before, after } = toOrdered(type);
  const toAll = (fields: [string, Field][]) => fields.map(([name, field]) => toWidget(name, field, type.name, choices));
  return [
    { name: 'id', label: '编号', widget: 'hidden', required: false },
    ...toAll(before),
    {
      name: 'body',
      label: type.body === 'required' ? '正文' : '正文（选填）',
      widget: 'body',
      hint: '从 Word、WPS 里复制可以直接粘贴，表格和编号会保留。',
      required: false,
    },
    ...toAll(after),
  ];
}

function toWidget(name: string, field: Field, path: TypeName | string, choices: Choices): Widget {
  const at = `${path}/${name}`;
  const base = { name, label: field.optional ? `${field.label}（选填）` : field.label, hint: field.help, required: false, at } as const;
  switch (field.kind) {
    case 'text':
      return { ...base, widget: field.lines ? 'lines' : 'line' };
    case 'markdown':
      return { ...base, widget: 'body' };
    case 'day':
      return { ...base, widget: 'day' };
    case 'moment':
      return { ...base, widget: 'line' };
    case 'choice':
      return { ...base, widget: 'choice', options: toOptions(field.options) };
    case 'yes':
      return { ...base, widget: 'yes' };
    case 'integer':
      return { ...base, widget: 'integer' };
    case 'numbers':
      return { ...base, widget: 'numbers' };
    case 'reference':
      return field.to === 'entry' ? { ...base, widget: 'entry' } : { ...base, widget: 'choice', options: choices[field.to] };
    case 'file':
      return { ...base, widget: 'entry-file' };
    case 'group':
      return {
        ...base,
        widget: 'object',
        collapsed: Boolean(field.optional),
        fields: Object.entries(field.fields).map(([inner, each]) => toWidget(inner, each, at, choices)),
      };
    case 'list':
      return toList(base, field.of, at, choices);
  }
}

function toList(base: Omit<Widget, 'widget'>, of: Field, at: string, choices: Choices): Widget {
  const shared = { ...base, name: String(base.name), label: String(base.label), required: false as const };
  if (of.kind === 'choice') return { ...shared, widget: 'choices', options: toOptions(of.options) };
  if (of.kind === 'reference' && of.to !== 'entry') return { ...shared, widget: 'choices', options: choices[of.to] };
  if (of.kind === 'group' && Object.keys(of.fields).join() === 'file,title') return { ...shared, widget: 'attachments' };
  if (of.kind === 'group')
    return {
      ...shared,
      widget: 'list',
      label_singular: of.label,
      collapsed: true,
      summary: `{{fields.${Object.keys(of.fields)[0]}}}`,
      fields: Object.entries(of.fields).map(([inner, each]) => toWidget(inner, each, at, choices)),
    };
  return { ...shared, widget: of.kind === 'reference' ? 'entries' : 'texts' };
}

/** Choices of a closed list. */
export const toOptions = (options: Readonly<Record<string, string>>): Option[] =>
  Object.entries(options).map(([value, label]) => ({ value, label }));
