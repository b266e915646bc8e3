import type { Document } from '../../../text/document.ts';
import type { Passage, Spot } from '../../../text/passage.ts';

/** A sentence, two that follow each other, or a row of a table under its heads. */
export interface Statement {
  /** As it is compared: numbers only by whether they are short, because other rules know them, in lower case. */
  text: string;
  spot(): Spot;
  /** The two sentences, when it is made of them. */
  of?: readonly [Statement, Statement];
}

/** Numbers alone state nothing, nor do tags; what their attributes say is said beside it as well. */
const WORDS = /\p{L}.*\p{L}/u;
const TAGS = /^(?:\s*<[^<>]*>)+\s*$/u;
/** A longer statement is compared by its beginning. */
const LONGEST = 300;
/** Two longer sentences speak for themselves. */
const LONGEST_COUPLE = 160;

/** What says less of a file than of who named it, or is known to other rules. */
const SILENT: ReadonlySet<Passage['kind']> = new Set(['name', 'link']);

/** Everything that a document says, piece by piece, and then what it says in two sentences: who in one, and in the other what of him. */
export function statementsOf({ passages, tables }: Document): Statement[] {
  const sentences = passages.filter(({ cell, kind }) => cell === undefined && !SILENT.has(kind)).flatMap(sentencesOf);
  return [...sentences, ...tables.flatMap(({ rows }) => rowsOf(rows)), ...couplesOf(sentences)];
}

const couplesOf = (sentences: readonly Statement[]): Statement[] =>
  sentences.slice(1).flatMap((second, at) => {
    const first = sentences[at]!;
    const text = first.text + second.text;
    if (text.length >= LONGEST_COUPLE || first.text.startsWith('<') || second.text.startsWith('<')) return [];
    return [{ text, spot: () => first.spot(), of: [first, second] }];
  });

function sentencesOf(passage: Passage): Statement[] {
  const kind = passage.kind === 'paragraph' || passage.kind === 'heading' ? '' : `<${passage.kind}>`;
  return [...passage.text.matchAll(/[^。！？；\n]+[。！？；]?/gu)]
    .filter(([sentence]) => WORDS.test(sentence) && !TAGS.test(sentence))
    .map(({ 0: sentence, index }) => ({
      text: (kind + plain(sentence)).slice(0, LONGEST),
      spot: () => passage.spot(index, index + sentence.length),
    }));
}

/** Heads alone are a form that nobody has filled in. */
function rowsOf([heads, ...lines]: readonly (Passage | undefined)[][]): Statement[] {
  const cellsOf = (row: readonly (Passage | undefined)[] = []) => plain(row.map((cell) => cell?.text ?? '').join('|'));
  const head = cellsOf(heads);
  return lines.flatMap((row) => {
    const first = row.find((cell) => cell !== undefined && cell.text.trim() !== '');
    return first ? [{ text: `|${head}‖${cellsOf(row)}`.slice(0, LONGEST), spot: () => first.spot() }] : [];
  });
}

const plain = (text: string): string =>
  text
    .trim()
    .replace(/\d+(?:[.,:]\d+)*/gu, ({ length }) => (length > 3 ? 'ⅳ' : 'ⅰ'))
    .replace(/[Xx*●○]{2,}/gu, '※')
    .replace(/\s+/gu, ' ')
    .toLowerCase();
