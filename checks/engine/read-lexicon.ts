import { YEAR_FILE } from '../../cms/calendar/parse-year.ts';
import { readText } from '../../cms/library/read-text.ts';
import type { Lexicon, Term } from '../lexicon.ts';
import type { JudgingFiles } from './judging-files.ts';
import { type ListFault, parseTerms } from './parse-terms.ts';

const LIST = /^lexicon\/([a-z0-9-]+)\.yaml$/u;

/** Something wrong in a word list, at its place. */
export interface LexiconFault extends ListFault {
  /** Path from the content root. */
  file: string;
}

/** The word lists of a content root, by file name. What is wrong in one is left out; `lexiconFaults` tells it. */
export function readLexicon(files: JudgingFiles): Lexicon {
  const lists = new Map<string, readonly Term[]>();
  for (const { name, terms } of listsOf(files)) lists.set(name, terms);
  return lists;
}

/** What is wrong in the word lists of a content root. */
export function lexiconFaults(files: JudgingFiles): LexiconFault[] {
  return [...listsOf(files)].flatMap(({ file, faults }) => faults.map((fault) => ({ ...fault, file })));
}

function* listsOf(files: JudgingFiles) {
  for (const [path, bytes] of files) {
    const [, name] = LIST.exec(path) ?? [];
    if (name === undefined || YEAR_FILE.test(path)) continue;
    const read = readText(bytes);
    const list = 'text' in read ? parseTerms(read.text) : { terms: [], faults: [{ line: 1, column: 1, message: read.refused }] };
    yield { name, file: path, ...list };
  }
}
