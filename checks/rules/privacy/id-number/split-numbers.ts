import type { Document } from '../../../text/document.ts';
import type { Field } from '../../../text/item.ts';
import { itemsIn } from '../../../text/items.ts';
import { hasBirthDate, isIdNumber } from './id-digits.ts';

const LENGTH = 18;
const PART = /^[\dXx]{1,17}$/u;
/** Without a word for it, only the parts that a number is known by: area, birth, sequence. */
const PARTS = /^6-8-4$|^6-8-3-1$|^14-4$|^17-1$|^6-12$|^6-4-4-4$|^6-4-2-2-4$|^(?:1-){17}1$/u;

/** Columns of its parts, which a slip of the pen does not make harmless. */
const SAYS_ID = /身份证|证件|公民身份|身份号|证号/u;

/** First parts of ID numbers that are told in neighbouring cells: in three columns, or a digit in each box of a form. */
export function splitNumbers(document: Document): Field[] {
  return itemsIn(document).all.flatMap(({ fields }) => {
    const first = fields.findIndex((_, at) => isSplit(fields, at));
    const parts = first < 0 ? partsOf(fields) : [];
    return first < 0 ? parts.slice(0, 1) : [fields[first]!];
  });
}

/** Fields that say by their labels that they are parts of an ID number, wherever they stand, if they make one. */
function partsOf(fields: readonly Field[]): Field[] {
  const parts = fields.filter(({ label, text }) => SAYS_ID.test(label) && PART.test(text.trim()));
  const digits = parts
    .map(({ text }) => text.trim())
    .join('')
    .toUpperCase();
  return parts.length > 1 && digits.length === LENGTH && hasBirthDate(digits) ? parts : [];
}

function isSplit(fields: readonly Field[], from: number): boolean {
  let digits = '';
  const parts: number[] = [];
  for (let at = from; at < fields.length && digits.length < LENGTH; at++) {
    const part = fields[at]!.text.trim();
    if (!PART.test(part)) return false;
    digits += part.toUpperCase();
    parts.push(part.length);
  }
  return (
    digits.length === LENGTH &&
    parts.length > 1 &&
    PARTS.test(parts.join('-')) &&
    (isIdNumber(digits) || (hasBirthDate(digits) && fields.slice(0, from + parts.length).some(({ label }) => SAYS_ID.test(label))))
  );
}
