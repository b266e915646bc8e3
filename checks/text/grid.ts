import { looksLikeName } from './given-names.ts';
import { type Field, type Item, labelsOf, type TextCell, toItem } from './item.ts';
import { isLabel, plainLabel } from './labels.ts';
import { isName, isPlainlyName } from './people.ts';

export type Row = readonly (TextCell | undefined)[];

/** Rows in which a header without known words is looked for; titles and notes can stand above it. */
const HEADER_ROWS = 6;
const filled = (row: Row): TextCell[] => row.filter((cell): cell is TextCell => cell !== undefined && cell.text.trim() !== '');

/**
 * The items that rows of cells tell of: one for each row below a header, which may have two lines and may come again; one for
 * each column where the headers stand at the left; one for all the rows of a form.
 */
export function itemsOf(rows: readonly Row[]): Item[] {
  const items: Item[] = inPairs(rows);
  const kinds = rows.map(kindOf);
  let labels: string[] = [];
  let form: TextCell[][] = [];
  const closeForm = () => {
    if (form.length > 0) items.push(...itemsOfForm(form));
    form = [];
  };
  for (const [at, row] of rows.entries()) {
    const isForm =
      kinds[at] === 'led' && labels.length === 0 && (kinds[at - 1] === 'led' || kinds[at + 1] === 'led' || alternates(filled(row)));
    if (!isForm) closeForm();
    if (kinds[at] === 'header') labels = kinds[at - 1] === 'header' ? joined(labels, rows[at - 1]!, row) : labelsOf(row);
    else if (isForm) form.push(filled(row));
    else if (labels.length === 0 && at < HEADER_ROWS && couldBeHeader(row, rows[at + 1])) labels = labelsOf(row);
    else if (filled(row).length > 0) items.push(toItem(row, labels));
  }
  closeForm();
  return items;
}

/** A form of two columns whatever its labels are called, if one of them names a person; its first row may head the columns. */
function inPairs(rows: readonly Row[]): Item[] {
  const pairs = rows.map(filled).filter((row) => row.length > 0);
  if (pairs.length < LEAST_PAIRS || pairs.some((row) => row.length > 2)) return [];
  const whole = pairs.filter((row) => row.length === 2);
  const named = whole.filter(([label, value]) => NAMES_PERSON.test(label!.text.trim()) && isName(value!.text));
  if (named.length !== 1 || whole.some(([label]) => label!.text.length > LONGEST_LABEL || isPlainlyName(label!.text))) return [];
  return [
    {
      fields: whole.map(([label, value]) => ({ ...value!, label: plainLabel(label!.text) })),
      labels: whole.map(([label]) => plainLabel(label!.text)),
    },
  ];
}
const LEAST_PAIRS = 3;
const LONGEST_LABEL = 16;

/** In a form a name stands behind such a label. */
const NAMES_PERSON = /(?:姓名|人|户主|者|对象)\s*[：:]?$/u;

/** What a row does: names columns, begins with a label of its own, or anything else. */
function kindOf(row: Row): 'header' | 'led' | 'other' {
  const cells = filled(row);
  const labels = cells.filter(({ text }) => isLabel(text)).length;
  if (
    labels >= 2 &&
    labels >= 0.6 * cells.length &&
    !cells.some(({ text }, at) => /\d{5}/u.test(text) || (isName(text) && NAMES_PERSON.test(cells[at - 1]?.text ?? '')))
  )
    return 'header';
  return cells.length >= 2 && isLabel(cells[0]!.text) && !isLabel(cells[1]!.text) ? 'led' : 'other';
}

/** A row above the data whose words are not known as labels: at least two short cells, no name, no long number. */
function couldBeHeader(row: Row, next: Row | undefined): boolean {
  const cells = filled(row);
  if (cells.length >= 2 && isAboveNumbers(row, next ?? [])) return true;
  if (isLike(row, next ?? []) || alternates(cells)) return false;
  return (
    cells.length >= 2 &&
    cells.every(({ text }) => text.length <= 30 && !/\d{5}/u.test(text)) &&
    cells.filter(({ text }) => isPlainlyName(text) && looksLikeName(text.trim())).length <= cells.length / 4
  );
}

/** Label, value, label, value. */
const alternates = (cells: readonly TextCell[]) =>
  cells.length >= 4 &&
  cells.every(({ text }, at) => isLabel(text) === (at % 2 === 0)) &&
  cells.some(({ text }) => /\d/u.test(text) || isPlainlyName(text));

/** A name above a name, or a sex above a sex, is the first of the data. */
const isLike = (row: Row, next: Row) =>
  row.some((cell, column) => {
    const [above, below] = [cell?.text ?? '', next[column]?.text ?? ''];
    return (isPlainlyName(above) && isPlainlyName(below)) || (/^\s*[男女]\s*$/u.test(above) && /^\s*[男女]\s*$/u.test(below));
  });

/** Words without a digit, a long number below one of them: nobody's data. */
const isAboveNumbers = (row: Row, next: Row) =>
  filled(row).every(({ text }) => text.length <= 14 && !/\d/u.test(text)) &&
  next.some((cell, column) => row[column] && /^\s*\d{6,}\s*$/u.test(cell?.text ?? ''));

/** Labels of a header of two lines: the upper one reaches over several columns. */
function joined(labels: readonly string[], upper: Row, lower: Row): string[] {
  let wide = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    wide = labels[column] || wide;
    const below = plainLabel(lower[column]?.text ?? '');
    return below === '' ? (labels[column] ?? '') : `${wide}${below}`;
  });
}

/** Rows that begin with a label: a form of one person, or persons side by side. */
function itemsOfForm(rows: readonly TextCell[][]): Item[] {
  if (rows.some((row) => row.length > 2) && rows.every((row) => row.slice(1).every(({ text }) => !isLabel(text)))) {
    const labels = rows.map((row) => plainLabel(row[0]!.text));
    const columns = Math.max(...rows.map((row) => row.length));
    return Array.from({ length: columns - 1 }, (_, at) =>
      toItem(
        rows.map((row) => row[at + 1]),
        labels,
      ),
    );
  }
  const fields: Field[] = [];
  for (const row of rows) {
    let label = '';
    for (const cell of row) {
      if (isLabel(cell.text)) label = plainLabel(cell.text);
      else fields.push({ ...cell, label });
    }
  }
  return itemsOfFields(fields);
}

/** Parts fields where a label comes again, because there another person begins. */
export function itemsOfFields(fields: readonly Field[]): Item[] {
  const parts: Field[][] = [];
  let seen = new Set<string>();
  for (const field of fields) {
    if (
      parts.length === 0 ||
      (seen.has(field.label) && field.label !== parts.at(-1)!.at(-1)!.label) ||
      field.label === parts.at(-1)![0]!.label
    ) {
      parts.push([]);
      seen = new Set();
    }
    seen.add(field.label);
    parts.at(-1)!.push(field);
  }
  return parts.map((part) => ({ fields: part, labels: [...new Set(part.map(({ label }) => label))] }));
}
