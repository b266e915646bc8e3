import { simplified } from '../../../../cms/import/fold.ts';
import type { Passage } from '../../../text/passage.ts';

/** Characters of the standard list that a conversion to simplified would change all the same, and surnames. */
const STANDARD = new Set('乾瞭著藉夥徵甦麴麹菸於後嶽谿閤宫');
const HAN = /[\u3400-\u9fff]/u;
const known = new Map<string, boolean>();

/** Offsets in the text as written at which a traditional character stands. A cell that holds a name only is left alone. */
export function traditionalIn({ kind, written }: Passage): number[] {
  if (kind === 'link' || kind === 'code') return [];
  const places: number[] = [];
  for (let at = 0; at < written.length; at++) if (isTraditional(written[at]!)) places.push(at);
  return kind === 'cell' && written.trim().length <= 4 ? [] : places;
}

function isTraditional(character: string): boolean {
  let answer = known.get(character);
  if (answer === undefined) {
    answer = HAN.test(character) && !STANDARD.has(character) && simplified(character) !== character;
    known.set(character, answer);
  }
  return answer;
}
