import { Refused } from '../refused.ts';

export type Format = 'text' | 'html' | 'docx';

/** Largest file that is read, in bytes, by format. */
export const LARGEST: Record<Format, number> = { text: 5_000_000, html: 5_000_000, docx: 60_000_000 };

const OTHERS: [signature: number[], message: string][] = [
  [[0x25, 0x50, 0x44, 0x46], '是 PDF 文件，不能作为正文导入。找到电子原稿，另存为 docx；没有原稿的作为附件上传。'],
  [[0xd0, 0xcf, 0x11, 0xe0], '是旧版 Office 文件（doc、wps、xls 等）。用办公软件打开，另存为 docx 再导入。'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], '是 RTF 文件。用办公软件打开，另存为 docx 再导入。'],
];

/** What kind of document the bytes are, whatever the name says. */
export function formatOf(name: string, bytes: Uint8Array): Format {
  if (bytes.length === 0) throw new Refused('文件是空的。核对是否导出失败，重新导出再导入。');
  for (const [signature, message] of OTHERS) if (signature.every((byte, i) => bytes[i] === byte)) throw new Refused(message);
  const format = sniff(name, bytes);
  if (bytes.length > LARGEST[format])
    throw new Refused(
      `文件有 ${(bytes.length / 1_000_000).toFixed(1)} MB，超过 ${LARGEST[format] / 1_000_000} MB。拆开，或者把表格、图片改成附件。`,
    );
  return format;
}

function sniff(name: string, bytes: Uint8Array): Format {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2]! < 9) return 'docx';
  if (/\.docx$/iu.test(name)) throw new Refused('扩展名是 docx，内容却不是 Word 文档。核对文件，重新另存为 docx 再导入。');
  if (/\.(?:s?html?|xhtml|aspx?|jsp|php)$/iu.test(name)) return 'html';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).replaceAll('\0', '');
  return /<(?:!doctype\s+html|html|head|body|meta\s)/iu.test(start) ? 'html' : 'text';
}
