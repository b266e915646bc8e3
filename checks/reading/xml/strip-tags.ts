import { isTelling } from './telling.ts';
import { xmlEncoding } from './xml-encoding.ts';

const LONGEST = 20_000_000;

/** Text between tags, and values within them, of a document too broken to be parsed; one per stretch. */
export function* stripTags(bytes: Uint8Array): Generator<string> {
  const text = new TextDecoder(xmlEncoding(bytes)).decode(bytes.subarray(0, LONGEST));
  for (const stretch of text.split(/[<>"]/u)) if (isTelling(stretch)) yield stretch.trim();
}
