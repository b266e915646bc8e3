/** A part of an RTF file (RTF 1.9.1, “RTF Syntax”). Text is bytes in latin1, still to be decoded. */
export type Token =
  | { kind: 'open' | 'close' }
  | { kind: 'word'; name: string; number: number | undefined }
  | { kind: 'byte'; byte: number }
  | { kind: 'text'; text: string }
  | { kind: 'binary'; from: number; to: number };

/** Long text comes in parts: a pattern keeps a step for every character that it might give back, and has room for some millions. */
const PART = /([{}])|\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([^\\{}\r\n]{1,100000})|[\r\n]|\\/gi;

/** @param source the file's bytes as latin1 */
export function* tokens(source: string): Generator<Token> {
  const parts = new RegExp(PART);
  for (let match = parts.exec(source); match; match = parts.exec(source)) {
    const [, brace, name, number, hex, symbol, text] = match;
    if (brace !== undefined) yield { kind: brace === '{' ? 'open' : 'close' };
    else if (name !== undefined) {
      const value = number === undefined ? undefined : Number(number);
      if (name === 'bin' && value !== undefined && value > 0) {
        const from = parts.lastIndex;
        parts.lastIndex = Math.min(source.length, from + value);
        yield { kind: 'binary', from, to: parts.lastIndex };
      } else yield { kind: 'word', name, number: value };
    } else if (hex !== undefined) yield { kind: 'byte', byte: Number.parseInt(hex, 16) };
    else if (symbol !== undefined) yield { kind: 'word', name: symbol, number: undefined };
    else if (text !== undefined) yield { kind: 'text', text };
  }
}
