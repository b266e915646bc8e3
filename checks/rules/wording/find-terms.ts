import type { Term } from '../../lexicon.ts';
import { fold } from '../../text/fold.ts';

interface Hit {
  term: Term;
  start: number;
  end: number;
}

interface Compiled {
  /** All words, the longest first. */
  pattern: RegExp;
  byWord: ReadonlyMap<string, { term: Term; except: readonly string[] }>;
}

const compiled = new WeakMap<readonly Term[], Compiled>();

/** Words of a list in a folded text, but not where they are part of a longer word in which they are right. */
export function findTerms(text: string, terms: readonly Term[]): Hit[] {
  if (terms.length === 0) return [];
  let list = compiled.get(terms);
  if (!list) compiled.set(terms, (list = compile(terms)));
  const { pattern, byWord } = list;
  return [...text.matchAll(pattern)].flatMap(({ 0: word, index }) => {
    const { term, except } = byWord.get(word)!;
    const isRight = except.some((longer) => standsAround(text, longer, word, index));
    return isRight ? [] : [{ term, start: index, end: index + word.length }];
  });
}

/** Whether a longer word stands in the text so that the word at this place is part of it. */
function standsAround(text: string, longer: string, word: string, index: number): boolean {
  for (let at = longer.indexOf(word); at >= 0; at = longer.indexOf(word, at + 1)) if (text.startsWith(longer, index - at)) return true;
  return false;
}

function compile(terms: readonly Term[]): Compiled {
  const plain = (word: string) => fold(word).text;
  const byWord = new Map(terms.map((term) => [plain(term.word), { term, except: (term.except ?? []).map(plain) }]));
  const words = [...byWord.keys()].sort((a, b) => b.length - a.length).map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&'));
  return { pattern: new RegExp(words.join('|'), 'gu'), byWord };
}
