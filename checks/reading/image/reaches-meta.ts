/** Length and kind of a box. */
const HEAD = 8;

/**
 * Whether the boxes of a HEIF or AVIF file lead to the one that holds its properties. exifr walks them until it comes
 * there, and for ever where a box is said to be empty. Source: ISO/IEC 14496-12, 4.2.
 */
export function reachesMeta(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 2 * HEAD <= bytes.length; ) {
    if (Buffer.from(bytes.subarray(at + 4, at + HEAD)).toString('latin1') === 'meta') return true;
    const length = view.getUint32(at);
    const whole = length === 1 ? Number(view.getBigUint64(at + HEAD)) : length;
    if (whole < HEAD) return false;
    at += whole;
  }
  return false;
}
