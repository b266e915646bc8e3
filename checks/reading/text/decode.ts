import { attempt } from '../../../cms/import/read/encoding.ts';
import { shareOfCommon, shareOfGb2312 } from '../../../cms/import/read/shares.ts';
import type { Trait } from '../piece.ts';

export interface DecodedText {
  text: string;
  /** A label of the Encoding Standard. */
  encoding: string;
  /** Says that the text was damaged or only might be in that encoding. */
  trait?: Trait;
}

const MARKS: [label: string, bytes: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The text of a file without its byte order mark. Always gives a text, because a damaged one can still hold a secret:
 * what does not fit the encoding becomes U+FFFD and a trait.
 *
 * @param where the place that a trait tells
 */
export function decodeText(bytes: Uint8Array, where: string): DecodedText {
  const mark = MARKS.find(([, start]) => start.every((byte, i) => bytes[i] === byte));
  if (mark) return decodeAs(mark[0], bytes, where);
  const utf8 = attempt('utf-8', bytes);
  if (utf8 !== undefined && shareOfZeros(bytes) < 0.1)
    return isReallyGb(utf8, bytes) ? decodeAs('gb18030', bytes, where) : { text: utf8, encoding: 'utf-8' };
  const order = orderOfUtf16(bytes);
  if (order) return decodeAs(order, bytes, where);
  const gb = attempt('gb18030', bytes);
  if (gb !== undefined) {
    const isSure = (shareOfGb2312(bytes) ?? 1) >= 0.85;
    return { text: gb, encoding: 'gb18030', ...(!isSure && { trait: { kind: 'unknown', where, format: '文字编码' } satisfies Trait }) };
  }
  const lossy = ['utf-8', 'gb18030'].map((label) => decodeAs(label, bytes, where));
  return lossy.sort((a, b) => count(a.text, '\ufffd') - count(b.text, '\ufffd'))[0]!;
}

/** The text in an encoding that is known; damage in it becomes a trait. */
export function decodeAs(label: string, bytes: Uint8Array, where: string): DecodedText {
  const text = attempt(label, bytes);
  if (text !== undefined) return { text, encoding: label };
  return { text: new TextDecoder(label).decode(bytes), encoding: label, trait: { kind: 'corrupt', where } };
}

/** A few words of GBK can be good UTF-8 as well: then every character is Latin, Greek or the like in one and a common Chinese one in the other. */
function isReallyGb(utf8: string, bytes: Uint8Array): boolean {
  const isNarrow = /[\u0080-\u07ff]/u.test(utf8) && !/[\u0800-\uffff]/.test(utf8);
  return isNarrow && (shareOfGb2312(bytes) ?? 1) === 1 && attempt('gb18030', bytes) !== undefined;
}

/** The byte order in which a sample reads as what people write. */
function orderOfUtf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 65_536 & ~1);
  const shares = ['utf-16le', 'utf-16be'].map((label) => ({ label, share: shareOfCommon(new TextDecoder(label).decode(sample)) }));
  const best = shares.sort((a, b) => b.share - a.share)[0]!;
  return bytes.length > 1 && best.share >= 0.8 ? best.label : undefined;
}

function shareOfZeros(bytes: Uint8Array): number {
  let zeros = 0;
  for (const byte of bytes) if (byte === 0) zeros++;
  return bytes.length === 0 ? 0 : zeros / bytes.length;
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++;
  return found;
}
