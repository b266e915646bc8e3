/** Content files larger than this are not text that people wrote. In bytes. */
const LARGEST_TEXT = 5_000_000;

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** A text as the library has it, whatever the system that it was written on: lines end with a line feed, no mark of byte order. */
export const toPlain = (text: string): string => toLines(text.replace(/^\ufeff/u, ''));

const toLines = (text: string) => (text.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text);

/** The text of a content file, or the reason, for an editor, why there is none. */
export function readText(bytes: Uint8Array): { text: string } | { refused: string } {
  if (bytes.length === 0) return { refused: '文件是空的。补上内容，或者删去这个文件。' };
  if (bytes.length > LARGEST_TEXT)
    return { refused: `文件有 ${(bytes.length / 1_000_000).toFixed(1)} MB，超过 5 MB。把表格、图片改成附件。` };
  try {
    const text = UTF8.decode(bytes);
    if (text.includes('\0')) return { refused: '文件里有不能显示的字符，不像是文字。换成纯文本再保存。' };
    return { text: toLines(text) };
  } catch {
    return { refused: '文件不是 UTF-8 编码，中文会变成乱码。另存为 UTF-8 编码再提交。' };
  }
}
