import { Refused } from '../refused.ts';
import { shareOfCommon, shareOfGb2312 } from './shares.ts';

export interface Decoded {
  text: string;
  encoding: string;
}

/**
 * The text of a file in the encoding it certainly has. An encoding that only might be right is
 * refused: a wrong one gives characters that look like text.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: utf16('utf-16le', bytes), encoding: 'UTF-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: utf16('utf-16be', bytes), encoding: 'UTF-16' };
  if (bytes.includes(0)) return { text: unmarkedUtf16(bytes), encoding: 'UTF-16' };
  const utf8 = attempt('utf-8', bytes);
  const gb = isLikeGb(bytes) ? attempt('gb18030', bytes) : undefined;
  if (utf8 !== undefined && (gb === undefined || /\p{Script=Han}/u.test(utf8))) return { text: utf8, encoding: 'UTF-8' };
  if (gb !== undefined && utf8 === undefined) return { text: gb, encoding: 'GB18030' };
  throw new Refused('认不出文字编码，硬读会变成乱码。用编辑软件打开，确认文字正常，另存为 UTF-8 再导入。');
}

/** The text in a named encoding, or nothing when a single byte does not fit. */
export function attempt(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function utf16(label: string, bytes: Uint8Array): string {
  const text = attempt(label, bytes);
  if (text === undefined || text.includes('\0'))
    throw new Refused('文件标明是 UTF-16 编码，内容却不完整。重新导出或者另存为 UTF-8 再导入。');
  return text;
}

/** UTF-16 without a byte order mark: only one of the two orders gives text that people write. */
function unmarkedUtf16(bytes: Uint8Array): string {
  const texts = ['utf-16le', 'utf-16be'].map((label) => attempt(label, bytes)).filter((text) => text !== undefined && isLikeText(text));
  if (texts.length === 1) return texts[0]!;
  throw new Refused('文件里有二进制内容，不是文字文件。核对文件，换成 txt、html 或者 docx 再导入。');
}

const isLikeText = (text: string): boolean => !text.includes('\0') && shareOfCommon(text) >= 0.9;

/**
 * Many byte strings decode as GB18030, Big5 among them. Chinese that people write in it stands
 * almost wholly in the rows of GB 2312, and mostly in its first level.
 */
const isLikeGb = (bytes: Uint8Array): boolean => (shareOfGb2312(bytes) ?? 0) >= 0.85;
