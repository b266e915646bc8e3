/**
 * Finds where in the source each unit of a YAML scalar came from: escapes of double quotes, doubled single quotes,
 * folded lines and indentation stand in the source but not in the value.
 * @param base offset of `written` in the source
 */
export function alignYaml(value: string, written: string, base: number): number | number[] {
  if (value === written) return base;
  const offsets: number[] = [];
  let at = 0;
  for (let unit = 0; unit < value.length; ) {
    const { skip, width, takes } = step(value, unit, written, at);
    at += skip;
    for (let each = 0; each < takes; each++, unit++) offsets.push(base + Math.min(at, written.length));
    at += width;
  }
  offsets.push(base + Math.min(at, written.length));
  return offsets;
}

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

function step(value: string, unit: number, written: string, at: number): { skip: number; width: number; takes: number } {
  const wanted = value[unit]!;
  for (let skip = 0; at + skip < written.length; skip++) {
    const character = written[at + skip]!;
    if (character === '\\') {
      ESCAPE.lastIndex = at + skip;
      const found = ESCAPE.exec(written);
      const decoded = found && decode(found);
      if (decoded && value.startsWith(decoded, unit)) return { skip, width: found[0].length, takes: decoded.length };
    }
    if (character === wanted || (wanted === ' ' && character === '\n')) return { skip, width: 1, takes: 1 };
  }
  return { skip: 0, width: 0, takes: 1 };
}

function decode([, two, four, eight, named]: RegExpExecArray): string {
  const hexadecimal = two ?? four ?? eight;
  if (hexadecimal === undefined) return NAMED[named!] ?? named!;
  const code = Number.parseInt(hexadecimal, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
