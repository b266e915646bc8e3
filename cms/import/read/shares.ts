/** How many of the multi-byte characters, read as GBK, stand in the rows of GB 2312 that people use; undefined when there is none. */
export function shareOfGb2312(bytes: Uint8Array): number | undefined {
  let pairs = 0;
  let common = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 0x81) continue;
    const trail = bytes[++i] ?? 0;
    pairs++;
    if (trail >= 0xa1 && (lead <= 0xa3 || (lead >= 0xb0 && lead <= 0xd7))) common++;
  }
  return pairs === 0 ? undefined : common / pairs;
}

/** How many of the characters are among those that people write in Chinese documents. */
export function shareOfCommon(text: string): number {
  const common = text.match(/[\t\n\r\u0020-\u007e\u00a0\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\u2010-\u203f]/gu)?.length ?? 0;
  return text.length === 0 ? 0 : common / text.length;
}
