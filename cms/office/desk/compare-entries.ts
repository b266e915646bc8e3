import { toValues } from '../../form/entry-text.ts';
import { type CalledOut, calledOutIn } from './called-out.ts';
import { calledOutInCells } from './called-out-cells.ts';
import { compareFields, type FieldChange, type NameOf } from './compare-fields.ts';
import { compareTables, type TableChange } from './compare-tables.ts';
import { compareTexts, isSame, type Stretch } from './compare-texts.ts';
import { toReadable } from './readable-body.ts';

/** What a change means, without its attachments. */
export interface EntryComparison {
  /** Fields that say something else now. */
  changed: readonly (FieldChange & { stretches: readonly Stretch[] })[];
  /** Fields that stay. */
  kept: readonly FieldChange[];
  /** The body's words, without the tables in it. */
  body: readonly Stretch[];
  tables: readonly TableChange[];
  /** Its Markdown, when that is all that changed: bold type, level of a heading, spaces. */
  source: readonly Stretch[] | undefined;
  calledOut: readonly CalledOut[];
}

export interface Compared {
  type: string;
  /** `index.md`; undefined when there is nothing before it. */
  before: string | undefined;
  after: string;
  nameOf: NameOf;
  /** People who are known, so that their names are called out. */
  names: readonly string[];
}

/** Holds two versions of an entry against each other. @throws YamlError when one of them cannot be read */
export function compareEntries({ type, before, after, nameOf, names }: Compared): EntryComparison {
  const { body: oldBody, ...oldFields } = before === undefined ? { body: '' } : toValues(before);
  const { body: newBody, ...newFields } = toValues(after);
  const fields = compareFields(type, oldFields, newFields, nameOf);
  const changed = fields
    .filter((field) => field.before !== field.after)
    .map((field) => ({ ...field, stretches: compareTexts(field.before, field.after, names) }));

  const [old, now] = [toReadable(String(oldBody)), toReadable(String(newBody))];
  const body = compareTexts(old.text, now.text, names);
  const tables = compareTables(old.tables, now.tables);
  const isOther = String(oldBody).trim() !== String(newBody).trim();
  const isFormat = isOther && isSame(body) && tables.every(({ kind }) => kind === 'same');
  return {
    changed,
    kept: fields.filter((field) => field.before === field.after),
    body,
    tables,
    source: isFormat ? compareTexts(String(oldBody).trim(), String(newBody).trim()) : undefined,
    calledOut: [
      ...changed.flatMap(({ label, before: was, after: is }) => calledOutIn(label, compareTexts(said(label, was), said(label, is), names))),
      ...calledOutIn('正文', body),
      ...tables.flatMap((table) => calledOutInCells('正文', table, names)),
    ],
  };
}

/** A field as a line, because its label tells what it is: `责任编辑：` makes a name of what follows. */
const said = (label: string, words: string) => (words === '' ? '' : `${label}：${words}`);
