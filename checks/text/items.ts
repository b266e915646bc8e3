import type { Document, Table } from './document.ts';
import { itemsOfFormFields } from './form-fields.ts';
import { itemsOf } from './grid.ts';
import type { Field, Item, TextCell } from './item.ts';
import { lineTables } from './line-tables.ts';
import { itemsOfPairs } from './pairs.ts';
import type { Passage } from './passage.ts';
import { itemsOfSql } from './sql.ts';

/** What a document tells of persons and things one by one, and the cell that an offset stands in. */
export interface Items {
  all: readonly Item[];
  /** The field that an offset of a passage stands in, with its item; in a table, not in a form of sentences. */
  at(passage: Passage, offset: number): { field: Field; item: Item } | undefined;
}

const known = new WeakMap<Document, Items>();

/** The items of a document; worked out once. */
export function itemsIn(document: Document): Items {
  let items = known.get(document);
  if (!items) known.set(document, (items = find(document)));
  return items;
}

function find({ passages, tables }: Document): Items {
  const inTables = [...tables.map(toRows), ...lineTables(passages)].flatMap(itemsOf);
  const inPairs = [...itemsOfPairs(passages), ...itemsOfFormFields(passages), ...itemsOfSql(passages)];
  const places = new Map<Passage, { field: Field; item: Item }[]>();
  // A pair is told nearer than a column.
  for (const item of [...inPairs, ...inTables])
    for (const field of item.fields) {
      const list = places.get(field.passage);
      if (list) list.push({ field, item });
      else places.set(field.passage, [{ field, item }]);
    }
  for (const list of places.values()) list.sort((a, b) => a.field.start - b.field.start);
  const at = (passage: Passage, offset: number) => within(places.get(passage) ?? [], offset);
  return { all: [...inTables, ...inPairs], at };
}

/** The last of fields in order that begins at or before an offset and has not ended there. */
function within(list: readonly { field: Field; item: Item }[], offset: number) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.field.start <= offset) low = middle + 1;
    else high = middle;
  }
  for (let at = low - 1; at >= Math.max(0, low - 3); at--) if (offset <= list[at]!.field.end) return list[at];
  return undefined;
}

const toRows = ({ rows }: Table) => rows.map((row) => Array.from(row, (passage) => passage && toCell(passage)));
const toCell = (passage: Passage): TextCell => ({ text: passage.text, passage, start: 0, end: passage.text.length });
