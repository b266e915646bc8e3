const utf8 = new TextDecoder('utf-8', { fatal: true });
const chinese = new TextDecoder('gb18030');

/**
 * The name of a member. Chinese Windows packs names in GBK without saying so, other programs in UTF-8 without saying
 * so; the field 0x7075 of Info-ZIP, where present, has it in UTF-8.
 */
export function memberName(bytes: Uint8Array, isUtf8: boolean, extra: Uint8Array = new Uint8Array()): string {
  return (unicodePath(extra) ?? (isUtf8 ? new TextDecoder().decode(bytes) : decodeUnlabelled(bytes))).replaceAll('\\', '/');
}

/** Text in UTF-8 if it can be, else in GB 18030. */
export function decodeUnlabelled(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return chinese.decode(bytes);
  }
}

function unicodePath(extra: Uint8Array): string | undefined {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 0x7075 && size > 5) return new TextDecoder().decode(extra.subarray(at + 9, at + 4 + size));
  }
  return undefined;
}
