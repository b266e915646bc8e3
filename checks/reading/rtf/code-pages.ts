/** Encodings of a font's `\fcharset` and of `\ansicpg` (RTF 1.9.1, “Font Table”). */
const BY_CHARSET: Record<number, string> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};
const BY_PAGE: Record<number, string> = {
  936: 'gb18030',
  54936: 'gb18030',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
  65001: 'utf-8',
  10000: 'macintosh',
};

/** Nothing when the charset leaves it to the file. */
export const encodingOfCharset = (charset: number): string | undefined => BY_CHARSET[charset];

export function encodingOfPage(page: number): string {
  return BY_PAGE[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : page === 874 ? 'windows-874' : 'gb18030');
}

/** The text of bytes; those of a Western font that are common Chinese are Chinese, because WPS and old Word mix them up. */
export function decodeBytes(bytes: number[], encoding: string): string {
  const data = Uint8Array.from(bytes);
  const isChinese =
    encoding.startsWith('windows-125') &&
    bytes.length >= 4 &&
    bytes.every((byte) => byte >= 0xa1) &&
    bytes.every((byte, i) => i % 2 === 1 || byte <= 0xd7);
  return new TextDecoder(isChinese && bytes.length % 2 === 0 ? 'gb18030' : encoding).decode(data);
}
