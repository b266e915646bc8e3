import { brokenDatesIn } from '../../../../cms/import/damage/broken-dates.ts';
import { findBadCharacters } from '../../../../cms/import/damage/characters.ts';
import { findBrokenNumbers } from '../../../../cms/import/damage/document-numbers.ts';
import type { Hit } from '../../../../cms/import/damage/hit.ts';
import { findLostDashes } from '../../../../cms/import/damage/lost-dashes.ts';
import { findPunctuation } from '../../../../cms/import/damage/punctuation.ts';
import { findStrippedWords } from '../../../../cms/import/damage/stripped-words.ts';
import { findTaiwanWords } from '../../../../cms/import/damage/taiwan-words.ts';
import { findMixedBrackets } from '../../../../cms/import/damage/widths.ts';
import { fold } from '../../../../cms/import/fold.ts';
import type { PieceKind } from '../../../reading/piece.ts';
import type { Passage } from '../../../text/passage.ts';

const READ: ReadonlySet<PieceKind> = new Set(['paragraph', 'heading', 'cell', 'field', 'note', 'alt']);
/** Numbers of certificates and court cases, which are written in another way. */
const CERTIFICATE = /(?:用|权|证|字|房|林|土|初|终|执)[（(]|第0/u;
/** Fields that are no prose. */
const CODES = /^[\x20-\x7e]*$/u;

/** What is damaged in a passage of an entry, one hit per place, by offsets of the text as written. */
export function damageIn({ kind, written }: Passage): Hit[] {
  if (!READ.has(kind) || CODES.test(written)) return [];
  const plain = fold(written);
  // A cell may hold a month as digits; a placeholder is told by another rule.
  const isWhole = ({ from, to }: Hit) => (kind === 'cell' || kind === 'field') && from === 0 && to === plain.length;
  const hits = [
    ...findBrokenNumbers(plain).filter(({ from, to }) => !CERTIFICATE.test(plain.slice(from, to))),
    ...brokenDatesIn(plain).filter((hit) => !isWhole(hit)),
    ...findLostDashes(plain),
    ...findPunctuation(plain),
    ...findStrippedWords(plain).filter(({ message }) => !message.includes('占位')),
    ...findTaiwanWords(plain, false),
    ...findBadCharacters(written),
    ...findMixedBrackets(written),
  ];
  let end = -1;
  return hits
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ to }) => {
      const isOuter = to > end;
      end = Math.max(end, to);
      return isOuter;
    });
}
