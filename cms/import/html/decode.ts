import { attempt, type Decoded, decode } from '../read/encoding.ts';

/** The text of a page in its true encoding, and what to say when the page claims another. */
export function decodePage(bytes: Uint8Array): Decoded & { note?: string } {
  const claimed = claimedEncoding(bytes);
  const utf8 = attempt('utf-8', bytes);
  if (utf8 !== undefined && /\p{Script=Han}/u.test(utf8)) return { text: utf8, encoding: 'UTF-8', note: noteOf(claimed, 'UTF-8') };
  if (claimed && claimed !== 'UTF-8') {
    const text = attempt(claimed, bytes);
    if (text !== undefined) return { text, encoding: claimed };
  }
  const decoded = decode(bytes);
  return { ...decoded, note: noteOf(claimed, decoded.encoding) };
}

function noteOf(claimed: string | undefined, encoding: string): string | undefined {
  return claimed && claimed !== encoding ? `网页标明是 ${claimed} 编码，实际是 ${encoding}，按 ${encoding} 读取。` : undefined;
}

function claimedEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const label = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,20})/iu.exec(start)?.[1];
  if (!label) return undefined;
  if (/^gb/iu.test(label)) return 'GB18030';
  try {
    return new TextDecoder(label).encoding.toUpperCase();
  } catch {
    return undefined;
  }
}
