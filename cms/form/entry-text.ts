import { isDeepStrictEqual } from 'node:util';
import { dump } from 'js-yaml';
import { toPlain } from '../library/read-text.ts';
import { split } from '../library/split.ts';
import { readYaml } from '../library/yaml.ts';
import { BY_OFFICE, entryFields } from '../model/entry-fields.ts';
import type { Field, Fields } from '../model/field.ts';
import { findType } from '../model/types/index.ts';
import type { FormValues } from './api.ts';

/**
 * The values of an entry's `index.md` for the form, with everything after the front matter as `body`.
 * Line ends of other systems and a mark of byte order are none of its matter.
 * @throws YamlError when the front matter cannot be read
 */
export function toValues(text: string): FormValues {
  const plain = toPlain(text);
  const { yaml, body } = split(plain) ?? { yaml: '', body: plain };
  const values = (readYaml(yaml) ?? {}) as FormValues;
  for (const name of BY_OFFICE) delete values[name];
  return { ...values, body };
}

/**
 * The `index.md` of an entry with the form's values. What did not change keeps its bytes: each field of the front
 * matter on its own, and the body; when anything did, line ends of other systems become those of the library. A mark of byte order
 * goes in any case. Empty values are left out; fields that the type does not have are dropped.
 * @param before the text that the entry has, empty for a new one
 * @param onMain the text that main has, with what only the office writes; empty when it has none
 */
export function toText(type: string, values: FormValues, before = '', onMain = before): string {
  const fields: Fields = { ...entryFields, ...findType(type)?.fields };
  const known = split(toPlain(before));
  const old = fieldsIn(known?.yaml);
  const byOffice = onMain === before ? old : fieldsIn(split(toPlain(onMain))?.yaml);
  const wanted: FormValues = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = BY_OFFICE.includes(name) ? byOffice[name] : clean(field, values[name]);
    if (value !== undefined) wanted[name] = value;
  }
  const body = String(values.body ?? '');
  const isBodyKept = known?.body === body;
  const isFrontKept = known !== undefined && isDeepStrictEqual(sorted(old), sorted(wanted));
  if (isFrontKept && isBodyKept) return before.replace(/^\ufeff/u, '');
  const front = isFrontKept ? known.yaml : toYaml(wanted, old, known?.yaml ?? '');
  return `---\n${front}---\n${isBodyKept ? body : toBody(body)}`;
}

const fieldsIn = (yaml = ''): FormValues => (readYaml(yaml) ?? {}) as FormValues;

/** A body that was written anew stands after one empty line and ends with its last line. */
const toBody = (body: string) => (body.trim() === '' ? '' : `\n${body.replace(/\r\n?/gu, '\n').replace(/^\n+|\s+$/gu, '')}\n`);

/** Front matter: fields that stay keep their lines and places, new ones follow in the order of the model. */
function toYaml(wanted: FormValues, old: FormValues, before: string): string {
  const lines = segmentsOf(before);
  const written = (name: string) =>
    isDeepStrictEqual(old[name], wanted[name]) && lines.has(name)
      ? lines.get(name)!
      : dump({ [name]: wanted[name] }, { lineWidth: -1, noRefs: true });
  const order = [...new Set([...lines.keys(), ...Object.keys(wanted)])].filter((name) => wanted[name] !== undefined);
  const yaml = order.map(written).join('');
  return isDeepStrictEqual(sorted(readAgain(yaml)), sorted(wanted)) ? yaml : dump(wanted, { lineWidth: -1, noRefs: true });
}

function readAgain(yaml: string): FormValues {
  try {
    return (readYaml(yaml) ?? {}) as FormValues;
  } catch {
    return {};
  }
}

/** The lines of each field of a block mapping, with what follows it. */
function segmentsOf(yaml: string): Map<string, string> {
  const segments = new Map<string, string>();
  for (const segment of yaml.split(/^(?=[a-z_]+:)/mu)) {
    const name = /^([a-z_]+):/u.exec(segment)?.[1];
    if (name !== undefined) segments.set(name, segment.endsWith('\n') ? segment : `${segment}\n`);
  }
  return segments;
}

const sorted = (values: FormValues) => Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));

/** A value without what an editor left empty; undefined when nothing is left. Known keys only, in the model's order. */
function clean(field: Field, value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  switch (field.kind) {
    case 'list': {
      const items = Array.isArray(value) ? value.map((item) => clean(field.of, item)).filter((item) => item !== undefined) : value;
      return Array.isArray(items) && items.length === 0 ? undefined : items;
    }
    case 'group': {
      if (typeof value !== 'object') return value;
      const entries = Object.entries(field.fields).map(([name, inner]) => [name, clean(inner, (value as FormValues)[name])] as const);
      const kept = entries.filter(([, inner]) => inner !== undefined);
      return kept.length === 0 ? undefined : Object.fromEntries(kept);
    }
    case 'numbers':
      return Array.isArray(value) && value.every((number) => number === '' || number === null) ? undefined : value;
    case 'text':
    case 'markdown':
      return typeof value === 'string' ? toLine(value) : value;
    default:
      return value === '' ? undefined : value;
  }
}

const toLine = (text: string) => (text.trim() === '' ? undefined : text.replace(/\r\n?/gu, '\n'));
