import { subjectOf } from './near.ts';
import { SYNONYMS } from './synonyms.ts';

/** Ways of putting it that are looked for: as it was put, in official words, and one more. */
const MOST_WAYS = 3;

/** The share of a question that its words must make up. */
const SHARE = 0.4;

const groups = new Map(SYNONYMS.flatMap((group) => group.map((word) => [word, group] as const)));
const longest = Math.max(...[...groups.keys()].map(({ length }) => length));

/** What a question speaks of: its words, each in the ways in which texts may put it; none where these are too little of the question. */
export function conceptsOf(text: string): string[][] {
  const core = subjectOf(text);
  const concepts: string[][] = [];
  let rest = '';
  for (let at = 0; at < core.length; ) {
    const word = wordAt(core, at);
    if (word === undefined) rest += core[at++]!;
    else {
      concepts.push(...wordsOf(rest).map((each) => [each]), waysOf(word));
      rest = '';
      at += word.length;
    }
  }
  concepts.push(...wordsOf(rest).map((each) => [each]));
  const told = concepts.reduce((sum, [word]) => sum + word!.length, 0);
  return told >= core.length * SHARE ? concepts : [];
}

/** The longest word with others that mean the same which stands at a place. */
function wordAt(text: string, at: number): string | undefined {
  for (let length = longest; length > 1; length--) if (groups.has(text.slice(at, at + length))) return text.slice(at, at + length);
  return undefined;
}

const waysOf = (word: string): string[] => [...new Set([word, ...groups.get(word)!])].slice(0, MOST_WAYS);

function wordsOf(text: string): string[] {
  if (!('Segmenter' in Intl)) return text.length > 1 ? [text] : [];
  const segments = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)];
  return segments.map(({ segment }) => segment).filter(({ length }) => length > 1);
}
