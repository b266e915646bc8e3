/** A field of a table in text form. */
export interface Field {
  row: number;
  column: number;
  /** Quotes removed and doubled ones made single. */
  text: string;
  /** Where the field's text begins in the source, past a quote. */
  start: number;
  /** Offset of every unit, when the text does not stand in the source as it is. */
  offsets?: number[];
}

/**
 * Fields of a text as RFC 4180 has them, with any separator. A quote that is never closed is an ordinary character;
 * rows may be of any length.
 */
export function* splitFields(source: string, separator: string): Generator<Field> {
  let row = 0;
  let column = 0;
  let at = 0;
  let isQuotingOver = false;
  const end = new RegExp(separator === '\t' ? '[\\t\\r\\n]' : `[${separator}\\r\\n]`, 'gu');
  while (at < source.length) {
    const close: number = source[at] === '"' && !isQuotingOver ? closingQuote(source, at + 1) : -1;
    if (source[at] === '"' && close < 0) isQuotingOver = true;
    end.lastIndex = close < 0 ? at : close + 1;
    const to = end.exec(source)?.index ?? source.length;
    yield { row, column, ...(close < 0 ? { text: source.slice(at, to), start: at } : unquote(source, at + 1, close, to)) };
    at = to + 1;
    if (source[to] === separator) column++;
    else {
      if (source[to] === '\r' && source[at] === '\n') at++;
      row++;
      column = 0;
    }
  }
}

function closingQuote(source: string, from: number): number {
  for (let at = source.indexOf('"', from); at >= 0; at = source.indexOf('"', at + 2)) if (source[at + 1] !== '"') return at;
  return -1;
}

/** What stands between the quotes, and after them up to the separator. */
function unquote(source: string, from: number, close: number, to: number): Pick<Field, 'text' | 'start' | 'offsets'> {
  const plain = source.slice(from, close);
  if (close + 1 === to && !/["\r]/u.test(plain)) return { text: plain, start: from };
  let text = '';
  const offsets: number[] = [];
  for (let i = from; i < to; i++) {
    if (i === close) continue;
    offsets.push(i);
    const isBreak = source[i] === '\r';
    text += isBreak ? '\n' : source[i];
    if (i < close && (source[i] === '"' || (isBreak && source[i + 1] === '\n'))) i++;
  }
  offsets.push(to);
  return { text, start: from, offsets };
}
