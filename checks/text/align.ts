import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/**
 * Finds where in the source each unit of a decoded value came from, for Markdown: backslash escapes, character references,
 * indentation and `>` of continued lines stand in the source but not in the value.
 * @param base offset of `written` in the source
 * @returns an offset for every unit of the value and one more for its end
 */
export function align(value: string, written: string, base: number): number | number[] {
  if (value === written) return base;
  const offsets: number[] = [];
  let at = 0;
  let unit = 0;
  while (unit < value.length) {
    const { skip, width, takes } = step(value, unit, written, at);
    at += skip;
    for (let each = 0; each < takes && unit < value.length; each++, unit++) offsets.push(base + Math.min(at, written.length));
    at += width;
  }
  offsets.push(base + Math.min(at, written.length));
  return offsets;
}

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([\da-zA-Z]{1,31}));/y;

/** How far to go in the source before the next unit, how wide it is written, and how many units it makes. */
function step(value: string, unit: number, written: string, at: number): { skip: number; width: number; takes: number } {
  const wanted = value[unit];
  for (let skip = 0; at + skip < written.length && skip < FAR; skip++) {
    REFERENCE.lastIndex = at + skip;
    const reference = written[at + skip] === '&' ? REFERENCE.exec(written) : null;
    const decoded = reference && decode(reference);
    if (decoded && value.startsWith(decoded, unit)) return { skip, width: reference[0].length, takes: decoded.length };
    if (written[at + skip] === wanted) return { skip, width: 1, takes: 1 };
  }
  return { skip: 0, width: 0, takes: 1 };
}

/** Nothing that Markdown leaves out between two characters is longer than a deep indentation. */
const FAR = 400;

function decode([, decimal, hexadecimal, name]: RegExpExecArray): string {
  if (name !== undefined) return decodeNamedCharacterReference(name) || '';
  const code = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number.parseInt(decimal, 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
