import { DecodingMode, HtmlEntityDecoder, XmlEntityDecoder } from 'entities';
import { PlacedText } from '../text/placed-text.ts';

const MODES = { text: DecodingMode.Legacy, attribute: DecodingMode.Attribute, xml: DecodingMode.Strict, raw: undefined };

/**
 * Text or an attribute's value with its character references resolved and its line ends made `\n`,
 * as HTML (or XML) says; `raw` leaves references as they are.
 *
 * @param start where `from` begins in the source
 */
export function decodeEntities(from: string, start: number, mode: keyof typeof MODES): PlacedText {
  const placed = new PlacedText('', [], start);
  let decoded = '';
  let consumed = 0;
  const emit = (codePoint: number, count: number) => {
    decoded += String.fromCodePoint(codePoint);
    consumed = count;
  };
  const decoder = mode === 'xml' ? new XmlEntityDecoder(emit) : new HtmlEntityDecoder(emit);
  for (let i = 0; i < from.length; ) {
    const next = from[i]!;
    if (next === '&' && mode !== 'raw') {
      decoded = '';
      consumed = 0;
      decoder.startEntity(MODES[mode]!);
      if (decoder.write(from, i + 1) < 0) decoder.end();
      if (decoded !== '') {
        placed.add(decoded, start + i, start + i + consumed);
        i += consumed;
        continue;
      }
    }
    const width = next === '\r' && from[i + 1] === '\n' ? 2 : 1;
    placed.add(next === '\r' ? '\n' : next, start + i, start + i + width);
    i += width;
  }
  return placed;
}
