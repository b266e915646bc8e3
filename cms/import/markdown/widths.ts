import { rewrite, type Text } from '../text.ts';

const WIDE: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };
/** Chinese on this side: a character, a mark, a note or picture, or the end of the paragraph. */
const CHINESE = /[\p{Script=Han}\u2018-\u201d\u3001-\u301f\uff01-\uff5e…—％〇]/u;

export interface Widened {
  text: Text;
  /** How many marks were made full width. */
  changed: number;
  /** Indexes of half-width marks beside Chinese that may be meant so. */
  doubtful: number[];
}

/** Makes half-width marks full width where Chinese stands on both sides, and brackets in pairs. */
export function widen(text: Text): Widened {
  const characters = [...text.value].length === text.value.length ? [...text.value] : text.value.split('');
  const isChinese = (i: number) => characters[i] === undefined || CHINESE.test(characters[i]!);
  const beside = (i: number, step: 1 | -1) => {
    let next = i + step;
    while (characters[next] === ' ') next += step;
    return next;
  };
  const result = [...characters];
  const doubtful: number[] = [];
  let changed = 0;
  for (const [open, close] of bracketsIn(characters)) {
    const holdsChinese = characters.slice(open + 1, close).some((character) => /\p{Script=Han}/u.test(character));
    if (!holdsChinese) continue;
    result[open] = '（';
    result[close] = '）';
    changed += 2;
  }
  characters.forEach((character, i) => {
    if (!WIDE[character]) return;
    const [before, after] = [beside(i, -1), beside(i, 1)];
    const wide = (at: number) => isChinese(at) || result[at] === '（' || result[at] === '）' || WIDE[characters[at]!] !== undefined;
    if (before >= 0 && wide(before) && wide(after)) {
      result[i] = WIDE[character];
      changed++;
    } else if ([before, after].some((at) => characters[at] !== undefined && isChinese(at))) doubtful.push(i);
  });
  return { text: rewrite(text, result.join('')), changed, doubtful };
}

/** Pairs of half-width brackets, outer and inner. */
function bracketsIn(characters: readonly string[]): [number, number][] {
  const open: number[] = [];
  const pairs: [number, number][] = [];
  characters.forEach((character, i) => {
    if (character === '(') open.push(i);
    const from = character === ')' ? open.pop() : undefined;
    if (from !== undefined) pairs.push([from, i]);
  });
  return pairs;
}
