import { Converter } from 'opencc-js/t2cn';

const toSimplified = Converter({ from: 't', to: 'cn' });
const CHINESE: Record<string, string> = {
  '(': '（',
  ')': '）',
  ':': '：',
  ',': '，',
  ';': '；',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u00a0': ' ',
  '\u3000': ' ',
  '\t': ' ',
};
const known = new Map<string, string>();

/**
 * The text as patterns look at it: simplified characters, Chinese punctuation, narrow digits and
 * letters. Same length, so that a place found here is a place in the text. Never shown or stored.
 */
export function fold(text: string): string {
  let folded = '';
  for (const character of text) folded += foldOne(character);
  return folded;
}

function foldOne(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) {
    folded = CHINESE[character] ?? narrow(character) ?? simplified(character);
    if (folded.length !== character.length) folded = character;
    if (known.size < 50_000) known.set(character, folded);
  }
  return folded;
}

function narrow(character: string): string | undefined {
  return /^[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05]$/u.test(character) ? character.normalize('NFKC') : undefined;
}

/** A traditional character as its simplified one; every other character as it is. */
export function simplified(character: string): string {
  return /^\p{Script=Han}$/u.test(character) ? toSimplified(character) : character;
}

/** Without any white space, for comparing titles and names. */
export const squash = (text: string) => fold(text).replace(/\s+/gu, '');
