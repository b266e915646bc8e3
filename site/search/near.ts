import { fold } from './fold.ts';
import { keysOf } from './keys.ts';
import { soundOf } from './syllables.ts';

/** Words with which people ask and that no title holds. */
const ASKING =
  /怎么[样办]?|如何|怎样|哪里|哪儿|在哪|去哪|哪个部门|找谁|什么时[候间]|什么|多少钱?|多长时间|多久|几点|为什么|能不能|可不可以|有没有|是不是|吗|呢|请问|我要|我想|我家|可以|需要|办理流程|流程|要求|办理|办个|申请|查询/gu;

/** Characters of a question that are looked at, and keys of them. */
const MOST = 14;
const MOST_KEYS = 10;
/** One wrong, missing or superfluous character is let pass in so many. */
const PER_MISTAKE = 3;

/** What a question speaks of: without white space, and without the words of asking where something is left. */
export function subjectOf(text: string): string {
  const folded = fold(text);
  const subject = folded.replace(ASKING, '');
  return subject.length >= 2 ? subject : folded;
}

/** The part of a question that a title may hold. */
export const coreOf = (text: string): string => subjectOf(text).slice(0, MOST);

export const nearKeys = (text: string): number[] => keysOf(coreOf(text)).slice(0, MOST_KEYS);

/**
 * Entries whose title may be close to a question, the likeliest first, the newest first among equals.
 * @param places of entries whose title holds a key of the core of the question, for each key; the rarer one is, the more it says
 */
export function findLikely(text: string, places: readonly Float64Array[], entries: number): number[] {
  const likely = new Map<number, { score: number; keys: number }>();
  for (const title of places) {
    const weight = Math.log((entries + 1) / (title.length + 0.5));
    for (let at = 0; at < title.length; at++) {
      const { score, keys } = likely.get(title[at]!) ?? { score: 0, keys: 0 };
      likely.set(title[at]!, { score: score + weight, keys: keys + 1 });
    }
  }
  const core = coreOf(text);
  // A wrong character spoils two pairs.
  const least = Math.min(core.length, MOST_KEYS + 1) - 1 - 2 * mostMistakes(core);
  return [...likely]
    .filter(([, { keys }]) => keys >= least)
    .sort(([a, first], [b, second]) => second.score - first.score || b - a)
    .map(([position]) => position);
}

/** Whether a title holds a question but for a few mistakes. */
export const isNear = (text: string, title: string): boolean => mistakesOf(text, title) <= mostMistakes(coreOf(text));

const mostMistakes = (core: string) => (core.length < 3 ? -1 : Math.max(1, Math.floor(core.length / PER_MISTAKE)));

/** How far the core of a question is from a title. */
export const mistakesOf = (text: string, title: string): number => mistakesIn(coreOf(text), fold(title));

/** A character that sounds like the right one, which is what a wrong pick among the words for a typed sound leads to. */
const ALIKE = 0.4;
/** Something more that the text says in between. With a character that sounds alike it is no more than one mistake. */
const MORE = 0.6;

/**
 * What it takes for a word to be part of a text (Sellers), where a character is wrong, superfluous or left out, or where the text
 * says something more in between, however much.
 */
function mistakesIn(word: string, text: string): number {
  let row = Array.from({ length: text.length + 1 }, () => 0);
  for (const character of word) {
    const next = [row[0]! + 1];
    let skipped = Number.POSITIVE_INFINITY;
    for (let place = 1; place <= text.length; place++) {
      const best = Math.min(row[place - 1]! + wrongness(character, text[place - 1]!), row[place]! + 1, skipped);
      next.push(best);
      skipped = Math.min(skipped, best + MORE);
    }
    row = next;
  }
  return Math.min(...row);
}

const wrongness = (a: string, b: string) => (a === b ? 0 : soundOf(a) === soundOf(b) ? ALIKE : 1);
