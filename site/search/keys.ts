/**
 * What is looked up of a text: every two characters that stand together; every four letters, digits and signs within numbers,
 * because two digits tell nothing apart; and three characters where Chinese meets anything else, because a number or a mark tells
 * little with one side alone. A
 * key is a number of 32 bits; whatever else shares one is found out when the text is read.
 */

/** Letters and digits that are looked up together. */
export const RUN = 4;

const BREAK = 0x0a;
/** From here on, characters are Chinese, or rare. */
const HAN = 0x3400;

/** Whether a folded unit is a letter or digit of ASCII, or one of `-./`, which stand within numbers. */
export const isPlain = (unit: number) => (unit >= 0x2d && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a);

/** Whether three folded units that stand together are looked up together: the one between is not Chinese, and one beside it is, or it is a mark. */
export const isJoint = (first: number, between: number, last: number) =>
  between < HAN && first !== BREAK && (first >= HAN || last >= HAN || !isPlain(between));

/**
 * Calls `onKey` for every key of a folded text, given as UTF-16 units, as often as it occurs, with the places of its first and last
 * unit. A break (newline) parts what it stands between.
 */
function eachKey(units: ArrayLike<number>, onKey: (key: number, first: number, last: number) => void) {
  let before = BREAK;
  let plain = 0;
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]!;
    plain = isPlain(unit) ? plain + 1 : 0;
    if (unit !== BREAK && before !== BREAK) {
      onKey(toPair(before, unit), at - 1, at);
      if (plain >= RUN) onKey(toRun(units[at - 3]!, units[at - 2]!, units[at - 1]!, unit), at - 3, at);
      else if (at > 1 && isJoint(units[at - 2]!, before, unit)) onKey(toThree(units[at - 2]!, before, unit), at - 2, at);
    }
    before = unit;
  }
}

export const toPair = (first: number, second: number) => (first << 16) | second;
/** 28 bits, and ones before them, where in pairs only private characters stand. */
export const toRun = (a: number, b: number, c: number, d: number) => 0xf0000000 | (a << 21) | (b << 14) | (c << 7) | d;
/** Hashed into the same 28 bits. */
export const toThree = (a: number, b: number, c: number) => 0xf0000000 | (Math.imul((a << 16) ^ (b << 8) ^ c, 0x9e3779b1) >>> 4);

const toUnits = (folded: string) => Uint16Array.from({ length: folded.length }, (_, at) => folded.charCodeAt(at));

/** Keys of a folded text, each once, in the order of their first place. */
export function keysOf(folded: string): number[] {
  const keys = new Set<number>();
  eachKey(toUnits(folded), (key) => keys.add(key));
  return [...keys];
}

/** A key of a word, with the places of its first and last unit. */
export interface Clue {
  key: number;
  first: number;
  last: number;
}

/** Every key of a folded word once, the most telling first: runs and threes, then every other pair, then those between. */
export function tellingKeys(word: string): Clue[] {
  const long: Clue[] = [];
  const pairs: Clue[] = [];
  eachKey(toUnits(word), (key, first, last) => (key >>> 28 === 0xf ? long : pairs).push({ key, first, last }));
  const everyOther = (clues: readonly Clue[]) => clues.filter((_, at) => at % 2 === 0 || at === clues.length - 1);
  const all = [...everyOther(long), ...everyOther(pairs), ...long, ...pairs];
  return [...new Map(all.map((clue) => [clue.key, clue])).values()];
}
