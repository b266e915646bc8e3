import { fold } from './fold.ts';
import { keysOf } from './keys.ts';

/** Words with which people ask and that no title holds. */
const ASKING = /怎么样?|如何|怎样|哪里|哪儿|什么|多少|为什么|吗|呢|请问|我要|我想|可以|需要|办理流程|流程|要求|办理|申请|查询/gu;

/** Characters of a question that are looked at, and keys of them. */
const MOST = 14;
const MOST_KEYS = 10;
/** One wrong, missing or superfluous character is let pass in so many. */
const PER_MISTAKE = 3;

/** The part of a question that a title may hold: without white space, and without the words of asking where something is left. */
export function coreOf(text: string): string {
  const folded = fold(text);
  const core = folded.replace(ASKING, '');
  return (core.length >= 2 ? core : folded).slice(0, MOST);
}

export const nearKeys = (text: string): number[] => keysOf(coreOf(text)).slice(0, MOST_KEYS);

/**
 * Entries whose title may be close to a question, the likeliest first, the newest first among equals.
 * @param places of entries whose title holds a key of the core of the question, for each key; the rarer one is, the more it says
 */
export function findLikely(places: readonly Float64Array[], entries: number): number[] {
  const scores = new Map<number, number>();
  for (const title of places) {
    const weight = Math.log((entries + 1) / (title.length + 0.5));
    for (let at = 0; at < title.length; at++) scores.set(title[at]!, (scores.get(title[at]!) ?? 0) + weight);
  }
  return [...scores].sort((a, b) => b[1] - a[1] || b[0] - a[0]).map(([position]) => position);
}

/** Whether a title holds a question but for a few mistakes. */
export function isNear(text: string, title: string): boolean {
  const core = coreOf(text);
  return core.length >= 3 && mistakesIn(core, fold(title)) <= Math.max(1, Math.floor(core.length / PER_MISTAKE));
}

/** How many characters have to be changed, added or left out for a word to be part of a text (Sellers). */
function mistakesIn(word: string, text: string): number {
  let row = Array.from({ length: text.length + 1 }, () => 0);
  for (let at = 0; at < word.length; at++) {
    const next = [at + 1];
    for (let place = 1; place <= text.length; place++)
      next.push(Math.min(row[place - 1]! + (word[at] === text[place - 1] ? 0 : 1), row[place]! + 1, next[place - 1]! + 1));
    row = next;
  }
  return Math.min(...row);
}
