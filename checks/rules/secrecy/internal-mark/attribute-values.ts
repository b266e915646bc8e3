import type { Document } from '../../../text/document.ts';
import type { Passage } from '../../../text/passage.ts';
import { ATTRIBUTE, ATTRIBUTE_LABEL, REFUSED_VALUE } from './internal-forms.ts';

const IN_FIELD = new RegExp(`“${ATTRIBUTE}”$`, 'u');

/** Values of a paper's openness: the cell beside the label, or a field of that name or value. A column of a catalogue is none. */
export function attributeValues({ passages, tables }: Document): Passage[] {
  const beside = tables.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      row.flatMap((cell, column) =>
        cell && ATTRIBUTE_LABEL.test(cell.text) ? (row.slice(column + 1).find((next) => next?.text.trim()) ?? []) : [],
      ),
    ),
  );
  return [...beside, ...passages.filter(({ kind, where, text }) => kind === 'field' && (IN_FIELD.test(where) || REFUSED_VALUE.test(text)))];
}
