import { type Block, paragraphsOf } from '../block.ts';
import type { Piece } from '../parts/structure.ts';
import type { Found } from '../reading.ts';
import { quote, type Text } from '../text.ts';
import { brokenDatesIn } from './broken-dates.ts';
import { findBadCharacters } from './characters.ts';
import { findBrokenNumbers } from './document-numbers.ts';
import type { Hit } from './hit.ts';
import { findLostDashes } from './lost-dashes.ts';
import { findNumbering } from './numbering.ts';
import { findPunctuation } from './punctuation.ts';
import { findOpenEnds } from './sentence-ends.ts';
import { findStrippedWords } from './stripped-words.ts';
import { findTaiwanWords } from './taiwan-words.ts';
import { findTraditional } from './traditional.ts';
import { findMixedBrackets, findWideCharacters } from './widths.ts';

/** A paragraph with more is broken as a whole; nobody reads on. */
const MOST_IN_A_LINE = 200;

/** Everything that is broken or doubtful in the paragraphs of a document and in its order. */
export function findDamage(blocks: readonly Block[], pieces: readonly Piece[]): Found[] {
  const lines = blocks.flatMap(paragraphsOf);
  const script = findTraditional(lines.map((line) => line.text));
  const inLines = lines.flatMap(({ text, plain }) => {
    const hits = [
      ...findBrokenNumbers(plain),
      ...brokenDatesIn(plain),
      ...findLostDashes(plain),
      ...findPunctuation(plain),
      ...findStrippedWords(plain),
      ...findTaiwanWords(plain, script.isTraditional),
      ...findBadCharacters(text.value),
      ...findMixedBrackets(text.value),
      ...findWideCharacters(text.value),
    ];
    return withoutInner(hits).map((hit) => toFound(text, hit));
  });
  return [...script.found, ...inLines, ...findNumbering(pieces), ...findOpenEnds(pieces)];
}

/** One place needs one message: a hit within a longer one says less. */
function withoutInner(hits: Hit[]): Hit[] {
  let end = -1;
  return hits
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter((hit) => {
      const isOuter = hit.to > end;
      end = Math.max(end, hit.to);
      return isOuter;
    })
    .slice(0, MOST_IN_A_LINE);
}

const toFound = (text: Text, { from, to, message }: Hit): Found => ({ ...quote(text, from, to), message });
