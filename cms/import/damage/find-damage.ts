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
  return hits.filter(
    (hit, i) =>
      !hits.some(
        (other, j) => i !== j && other.from <= hit.from && other.to >= hit.to && (other.to - other.from > hit.to - hit.from || j < i),
      ),
  );
}

const toFound = (text: Text, { from, to, message }: Hit): Found => ({ ...quote(text, from, to), message });
