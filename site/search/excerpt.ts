import { foldWithPlaces } from './fold.ts';

/** A piece of text, and whether it is what was looked for. */
export interface Piece {
  text: string;
  isHit: boolean;
}

/** Characters of an excerpt before the first hit, and in all. */
const BEFORE = 24;
const LENGTH = 110;

/** A whole text with the words in it marked. @param words folded */
export function mark(text: string, words: readonly string[]): Piece[] {
  const { folded, places } = foldWithPlaces(text);
  const hits: [from: number, to: number][] = [];
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1))
      hits.push([places[at]!, places[at + word.length - 1]! + 1]);
  hits.sort((a, b) => a[0] - b[0]);
  const pieces: Piece[] = [];
  let done = 0;
  for (const [from, to] of hits) {
    if (to <= done) continue;
    if (from > done) pieces.push({ text: text.slice(done, from), isHit: false });
    pieces.push({ text: text.slice(Math.max(from, done), to), isHit: true });
    done = to;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), isHit: false });
  return pieces;
}

/** Where a clause begins in what stands before a hit, so that no word or number is cut; at its begin where none does. */
const beginsIn = (before: string) => before.search(/[，。；：！？]/u) + 1;

/** The part of a page's text in which the words come first, marked. @param text a line for each block */
export function excerpt(text: string, words: readonly string[]): Piece[] {
  const { folded, places } = foldWithPlaces(text);
  const found = words.map((word) => folded.indexOf(word)).filter((at) => at >= 0);
  const hit = found.length > 0 ? places[Math.min(...found)]! : 0;
  const line = text.lastIndexOf('\n', hit) + 1;
  const from = hit - line > BEFORE ? hit - BEFORE + beginsIn(text.slice(hit - BEFORE, hit)) : line;
  const cut = text
    .slice(from, from + LENGTH)
    .replace(/\s*\n\s*/gu, '　')
    .trim();
  const before = from > line ? '……' : '';
  const after = from + LENGTH < text.length ? '……' : '';
  return mark(before + cut + after, words);
}
