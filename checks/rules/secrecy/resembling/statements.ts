import type { Document } from '../../../text/document.ts';
import type { Passage, Spot } from '../../../text/passage.ts';

/** A sentence, or a row of a table under its heads. */
export interface Statement {
  /** As it is compared: numbers only by their length, in lower case. */
  text: string;
  spot(): Spot;
}

/** A longer statement is compared by its beginning. */
const LONGEST = 300;

/** Everything that a document says, piece by piece; what files are called says less of them than of who named them. */
export const statementsOf = ({ passages, tables }: Document): Statement[] => [
  ...passages.filter(({ cell, kind }) => cell === undefined && kind !== 'name').flatMap(sentencesOf),
  ...tables.flatMap(({ rows }) => rowsOf(rows)),
];

function sentencesOf(passage: Passage): Statement[] {
  const kind = passage.kind === 'paragraph' || passage.kind === 'heading' ? '' : `<${passage.kind}>`;
  return [...passage.text.matchAll(/[^。！？；\n]+[。！？；]?/gu)]
    .filter(([sentence]) => sentence.trim().length > 1)
    .map(({ 0: sentence, index }) => ({
      text: (kind + plain(sentence)).slice(0, LONGEST),
      spot: () => passage.spot(index, index + sentence.length),
    }));
}

function rowsOf(rows: readonly (Passage | undefined)[][]): Statement[] {
  const [heads = '', ...lines] = rows.map((row) => plain(row.map((cell) => cell?.text ?? '').join('|')));
  const texts = [`|${heads}`, ...lines.map((line) => `|${heads}‖${line}`)];
  return rows.flatMap((row, at) => {
    const first = row.find((cell) => cell !== undefined && cell.text.trim() !== '');
    return first ? [{ text: texts[at]!.slice(0, LONGEST), spot: () => first.spot() }] : [];
  });
}

const plain = (text: string): string =>
  text
    .trim()
    .replace(/\d+(?:[.,:]\d+)*/gu, ({ length }) => (length > 9 ? 'ⅹ' : length > 6 ? 'ⅶ' : length > 3 ? 'ⅳ' : 'ⅰ'))
    .replace(/[Xx*●○]{2,}/gu, '※')
    .replace(/\s+/gu, ' ')
    .toLowerCase();
