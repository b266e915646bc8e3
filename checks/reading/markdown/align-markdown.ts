import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { align, type Writing } from '../../text/align.ts';

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([\da-zA-Z]{1,31}));/y;

/** Character references; backslashes, `>` and indentation are only left out. Nothing left out is longer than a deep indentation. */
const MARKDOWN: Writing = {
  farthest: 400,
  escapeAt(written, at) {
    REFERENCE.lastIndex = at;
    const reference = written[at] === '&' ? REFERENCE.exec(written) : null;
    return reference ? { says: decode(reference), width: reference[0].length } : undefined;
  },
};

/** Finds where in the source each unit of a decoded Markdown text came from. */
export const alignMarkdown = (value: string, written: string, base: number) => align(value, written, base, MARKDOWN);

function decode([, decimal, hexadecimal, name]: RegExpExecArray): string {
  if (name !== undefined) return decodeNamedCharacterReference(name) || '';
  const code = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number.parseInt(decimal, 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
