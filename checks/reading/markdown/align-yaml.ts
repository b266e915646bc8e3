import { align, type Writing } from '../../text/align.ts';

const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))/suy;
const NAMED: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

/** Escapes of double quotes; doubled single quotes and indentation are only left out, a folded line break is a space. */
const YAML: Writing = {
  farthest: Number.POSITIVE_INFINITY,
  standsFor: (character, wanted) => wanted === ' ' && character === '\n',
  escapeAt(written, at) {
    ESCAPE.lastIndex = at;
    const found = written[at] === '\\' ? ESCAPE.exec(written) : null;
    return found ? { says: decode(found), width: found[0].length } : undefined;
  },
};

/** Finds where in the source each unit of a YAML scalar came from. */
export const alignYaml = (value: string, written: string, base: number) => align(value, written, base, YAML);

function decode([, two, four, eight, named]: RegExpExecArray): string {
  const hexadecimal = two ?? four ?? eight;
  if (hexadecimal === undefined) return NAMED[named!] ?? named!;
  const code = Number.parseInt(hexadecimal, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
