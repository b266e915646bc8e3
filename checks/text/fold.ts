import { MARKER_CHARACTERS } from './marker-characters.ts';

/** A text made ready for matching, and where each of its UTF-16 units stood in the text it was made from. */
export interface Folded {
  text: string;
  /** Offset of every unit of `text` in the original, and one more for the end; undefined when nothing moved. */
  from: readonly number[] | undefined;
}

/** Ends a lookup in `SIMPLE`: the unit vanishes. */
const GONE = 0xffff;
/** Ends a lookup in `SIMPLE`: the unit needs a closer look, because it becomes several or is half of a pair. */
const SPECIAL = 0xfffe;

/**
 * Writes a text as a careless reader takes it: full width as half width, compatibility forms as plain ones (NFKC),
 * traditional characters of marks and labels as simplified ones, invisible characters gone. Line breaks and tabs stay.
 */
export function fold(text: string): Folded {
  const units: number[] = [];
  let from: number[] | undefined;
  for (let at = 0; at < text.length; at++) {
    const simple = SIMPLE[text.charCodeAt(at)]!;
    if (simple < SPECIAL) {
      from?.push(at);
      units.push(simple);
      continue;
    }
    from ??= Array.from(units, (_, index) => index);
    if (simple === GONE) continue;
    const character = String.fromCodePoint(text.codePointAt(at)!);
    for (const unit of unfold(character).split('')) {
      units.push(unit.charCodeAt(0));
      from.push(at);
    }
    at += character.length - 1;
  }
  from?.push(text.length);
  return { text: toText(units), from };
}

/** Zero width, bidirectional and other format characters, soft hyphens, variation selectors, fillers, tags. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u115f\u1160\u2800\u3164\uffa0]/u;
/** Signs whose plain form nobody wrote: ㊙ is a mark of its own; a circled number before a number would lengthen it. */
const KEPT = /[㊙\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]/u;

function unfold(character: string): string {
  if (KEPT.test(character)) return character;
  if (INVISIBLE.test(character)) return '';
  const plain = character.normalize('NFKC');
  return MARKER_CHARACTERS.get(plain) ?? plain;
}

const SIMPLE = table();

/** What each UTF-16 unit becomes when it becomes exactly one. */
function table(): Uint16Array {
  const units = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) {
    if (unit >= 0xd800 && unit <= 0xdfff) units[unit] = SPECIAL;
    else {
      const plain = unfold(String.fromCharCode(unit));
      units[unit] = plain === '' ? GONE : plain.length === 1 ? plain.charCodeAt(0) : SPECIAL;
    }
  }
  return units;
}

/** `String.fromCharCode` takes its arguments from the stack, which is not endless. */
const AT_ONCE = 8192;

function toText(units: readonly number[]): string {
  let text = '';
  for (let at = 0; at < units.length; at += AT_ONCE) text += String.fromCharCode(...units.slice(at, at + AT_ONCE));
  return text;
}
