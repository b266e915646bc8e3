import { unzipSync } from 'fflate';
import { Refused } from '../refused.ts';

const MOST_PARTS = 5000;
/** Largest unpacked size, of one text part and of all parts that are read, in bytes. */
const LARGEST_PART = 20_000_000;
const LARGEST_WHOLE = 200_000_000;
const TEXT_PARTS =
  /^word\/(?:document|styles|numbering|footnotes|endnotes|comments|header\d*|footer\d*)\.xml$|^word\/_rels\/\w+\.xml\.rels$/u;

/** The parts of a Word document that are read, unpacked no further than their stated, bounded size. */
export function openPackage(bytes: Uint8Array): { parts: Map<string, Uint8Array>; names: string[] } {
  const names: string[] = [];
  let whole = 0;
  const filter = (part: { name: string; originalSize: number }) => {
    names.push(part.name);
    if (names.length > MOST_PARTS) throw new Refused('压缩包里的文件太多，不像 Word 文档。核对来源，重新另存为 docx 再导入。');
    const isText = TEXT_PARTS.test(part.name);
    if (!isText && !/^word\/media\/[^/]+$/u.test(part.name)) return false;
    whole += part.originalSize;
    if ((isText && part.originalSize > LARGEST_PART) || whole > LARGEST_WHOLE)
      throw new Refused('解压以后大得不正常，可能是压缩炸弹，没有打开。核对来源，重新另存为 docx 再导入。');
    return true;
  };
  const parts = unpack(bytes, filter);
  if (!parts.has('word/document.xml')) throw new Refused(`是压缩文件，里面没有 Word 正文。${whatElse(names)}`);
  return { parts, names };
}

function unpack(bytes: Uint8Array, filter: (part: { name: string; originalSize: number }) => boolean): Map<string, Uint8Array> {
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })));
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('文件损坏，打不开。用办公软件打开，重新另存为 docx 再导入。');
  }
}

function whatElse(names: string[]): string {
  if (names.some((name) => name.startsWith('xl/'))) return '这是 Excel 表格，作为附件上传。';
  if (names.some((name) => name.startsWith('ppt/'))) return '这是演示文稿，作为附件上传。';
  if (names.includes('OFD.xml')) return '这是 OFD 版式文件，作为附件上传；正文用电子原稿导入。';
  return '解压后逐个导入，或者作为附件上传。';
}
