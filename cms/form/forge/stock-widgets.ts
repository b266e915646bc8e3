import type { Field, GroupField, ListField, TextField } from '../../model/field.ts';
import { INDEX_NUMBER } from '../../model/shapes.ts';
import { UPLOAD_LIMITS } from '../../model/upload-limits.ts';
import { shape, tooLong } from '../../model/words.ts';
import { type Choices, type EntryType, toOptions, toOrdered } from '../to-widgets.ts';

interface Said {
  name: string;
  label: string;
  hint?: string;
  required: boolean;
}

/** A field of Decap's configuration that Decap knows without code of ours. */
export interface StockWidget extends Said {
  widget: string;
  [option: string]: unknown;
}

/** The form of a type as Decap alone can show it. Words and limits are the model's. */
export function toStockWidgets(type: EntryType, choices: Choices): StockWidget[] {
  const { before, after } = toOrdered(type);
  const toAll = (fields: [string, Field][]) => fields.map(([name, field]) => toStock(name, field, choices));
  const body = { name: 'body', label: '正文', widget: 'markdown', required: type.body === 'required' };
  return [...toAll(before), body, ...toAll(after)];
}

function toStock(name: string, field: Field, choices: Choices): StockWidget {
  const base = { name, label: field.label, hint: field.help, required: !field.optional };
  switch (field.kind) {
    case 'text':
      return { ...base, widget: field.lines ? 'text' : 'string', pattern: toPattern(field) };
    case 'markdown':
      return { ...base, widget: 'markdown' };
    case 'day':
      return { ...base, widget: 'datetime', format: 'YYYY-MM-DD', date_format: 'YYYY-MM-DD', time_format: false };
    case 'moment':
      return { ...base, widget: 'datetime', format: 'YYYY-MM-DD HH:mm', date_format: 'YYYY-MM-DD', time_format: 'HH:mm' };
    case 'choice':
      return { ...base, widget: 'select', options: toOptions(field.options) };
    case 'yes':
      return { ...base, widget: 'boolean', required: false };
    case 'integer':
      return { ...base, widget: 'number', value_type: 'int', min: field.min, max: field.max };
    case 'numbers':
      return {
        ...base,
        ...inOrder(field.help, field.columns),
        widget: 'list',
        ...atMost(field.columns.length, field.columns.length),
        field: NUMBER,
      };
    case 'reference':
      return field.to === 'entry'
        ? { ...base, widget: 'string', pattern: [INDEX_NUMBER.pattern.source, shape(field, INDEX_NUMBER.words)] }
        : { ...base, widget: 'select', options: choices[field.to] };
    case 'file':
      return { ...base, widget: field.accepts === 'image' ? 'image' : 'file', choose_url: false, media_library: { config: LIMITS } };
    case 'group':
      return { ...base, widget: 'object', fields: toGroup(field, choices) };
    case 'list':
      return toList(base, field, choices);
  }
}

/** Decap asks for what a group requires though nobody fills in the group: then it can only be asked for by the checks. */
function toGroup({ fields, optional }: GroupField, choices: Choices): StockWidget[] {
  const inner = Object.entries(fields).map(([name, each]) => toStock(name, each, choices));
  return optional ? inner.map((widget) => ({ ...widget, required: false })) : inner;
}

function toList(base: Said, { of, min = 0, max }: ListField, choices: Choices): StockWidget {
  const shared = { ...base, ...atMost(min, max) };
  if (of.kind === 'choice') return { ...shared, widget: 'select', multiple: true, options: toOptions(of.options) };
  if (of.kind === 'reference' && of.to !== 'entry') return { ...shared, widget: 'select', multiple: true, options: choices[of.to] };
  const inner = toStock('item', of, choices);
  if (of.kind !== 'group') return { ...shared, widget: 'list', field: inner };
  return { ...shared, widget: 'list', label_singular: of.label, fields: inner.fields };
}

const LIMITS = { max_file_size: UPLOAD_LIMITS.file };
const NUMBER = { name: 'item', label: '数', widget: 'number', value_type: 'float', min: 0, required: true } as const;
const atMost = (min: number, max: number) => ({ ...(min > 0 && { min }), max });
const inOrder = (help: string, columns: readonly string[]) => ({ hint: `${help}依次填写：${columns.join('、')}。` });

/** Decap tests a text with an expression and has one sentence for what does not fit. */
function toPattern(field: TextField): [string, string] {
  const { min = 1, max, lines } = field;
  if (field.shape) return [field.shape.pattern.source, shape(field, field.shape.words)];
  return [
    `^${lines ? '[\\s\\S]' : '[^\\r\\n]'}{${min},${max}}$`,
    tooLong(field, max, max + 1)
      .split('，')[0]!
      .concat('。'),
  ];
}
