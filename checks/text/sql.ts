import { type Item, type TextCell, toItem } from './item.ts';
import type { Passage } from './passage.ts';

const NAME = '[`"\\[]?([\\w.]{1,64})[`"\\]]?';
const CREATE = new RegExp(`\\bcreate\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?${NAME}\\s*\\(([^;]{1,4000})`, 'giu');
/** A column begins the text or follows a comma, and has its type behind it. */
const COLUMN = new RegExp(`(?:^|,)\\s*${NAME}\\s+[a-z]`, 'giu');
const INSERT = new RegExp(`\\binsert\\s+into\\s+${NAME}\\s*(?:\\(([^()]{1,2000})\\))?\\s*values\\s*`, 'giu');
const VALUES = /\s*,?\s*\(((?:[^()';]|'[^'\n]{0,500}'){1,200})\)/uy;
const VALUE = /'([^'\n]*)'|[^\s,'][^,']*/gu;

/** Rows that statements of SQL put into tables, with the columns that the same text or the statement names. */
export function* itemsOfSql(passages: readonly Passage[]): Generator<Item> {
  const told = passages.filter(({ text }) => /\binsert\s+into\b/iu.test(text));
  if (told.length === 0) return;
  const columns = new Map<string, string[]>();
  for (const { text } of passages)
    for (const [, name, body] of text.matchAll(CREATE))
      columns.set(
        name!,
        [...body!.replace(/\([^()]*\)/gu, '').matchAll(COLUMN)].map(([, column]) => column!),
      );
  for (const passage of told)
    for (const { 0: found, 1: name, 2: own, index } of passage.text.matchAll(INSERT)) {
      const labels = own?.split(',').map((column) => column.replace(/[\s`"[\]]/gu, '')) ?? columns.get(name!) ?? [];
      for (const cells of rowsBehind(passage, index + found.length)) yield toItem(cells, labels);
    }
}

function* rowsBehind(passage: Passage, from: number): Generator<TextCell[]> {
  VALUES.lastIndex = from;
  for (let row = VALUES.exec(passage.text); row; row = VALUES.exec(passage.text)) {
    const at = row.index + row[0].length - 1 - row[1]!.length;
    yield [...row[1]!.matchAll(VALUE)].map(({ 0: written, 1: quoted, index }) => {
      const text = quoted ?? written;
      const start = at + index + written.indexOf(text);
      return { text, passage, start, end: start + text.length };
    });
  }
}
