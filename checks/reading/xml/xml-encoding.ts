const LOOK = 200;

/** The encoding of an XML document, from its byte order mark, its first bytes or its declaration (XML 1.0, appendix F). */
export function xmlEncoding(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x3c && b === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(LOOK, bytes.length)).toString('latin1');
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/u.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  // A declaration that could be read byte by byte was not written in UTF-16.
  if (declared.startsWith('utf-16') || declared === 'ucs-2') return 'utf-8';
  return isKnown(declared) ? declared.replace(/^gb(?:k|2312)$/u, 'gb18030') : 'utf-8';
}

function isKnown(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/** Whether bytes look like XML: `<` comes first, in any encoding. */
export function looksLikeXml(bytes: Uint8Array): boolean {
  for (const byte of bytes.subarray(0, 64)) {
    if (byte === 0x3c) return true;
    if (![0, 9, 10, 13, 32, 0xef, 0xbb, 0xbf, 0xff, 0xfe].includes(byte)) return false;
  }
  return false;
}
