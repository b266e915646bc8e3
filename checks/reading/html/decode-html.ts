import { attempt } from '../../../cms/import/read/encoding.ts';
import { type DecodedText, decodeAs, decodeText } from '../text/decode.ts';

/** The text of a page. What it says about its encoding counts, unless its bytes are plain UTF-8 or begin with a mark. */
export function decodeHtml(bytes: Uint8Array, where: string): DecodedText {
  const claimed = claimedEncoding(bytes);
  const isMarked = bytes[0] === 0xef || bytes[0]! >= 0xfe;
  if (!claimed || isMarked || attempt('utf-8', bytes) !== undefined) return decodeText(bytes, where);
  return decodeAs(claimed, bytes, where);
}

function claimedEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const label = /<(?:meta|\?xml)[^>]{0,200}(?:charset|encoding)\s*=\s*["']?([\w-]{2,20})/iu.exec(start)?.[1];
  if (!label || /^utf-?(?:8|16)/iu.test(label)) return undefined;
  try {
    return /^gb/iu.test(label) ? 'gb18030' : new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
