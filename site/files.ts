import type { Entry, StoredFile } from '../cms/library/item.ts';
import type { KeptTexts } from './attachments/kept-texts.ts';
import type { AttachmentFacts } from './attachments/text.ts';
import { filePath, readingPath, toHref } from './paths.ts';

const KINDS: Record<string, string> = {
  docx: 'Word 文档',
  doc: 'Word 文档',
  wps: 'WPS 文字',
  xlsx: 'Excel 表格',
  xls: 'Excel 表格',
  et: 'WPS 表格',
  pptx: '演示文稿',
  pdf: 'PDF',
  ofd: 'OFD',
  csv: 'CSV 数据',
  txt: '文本',
  zip: '压缩包',
  ppt: '演示文稿',
  rtf: 'RTF 文档',
  odt: 'ODF 文档',
  ods: 'ODF 表格',
  jpg: '图片',
  jpeg: '图片',
  png: '图片',
  webp: '图片',
};

const extensionOf = (name: string) => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

/** A file to download, as the page shows it. */
export interface Download {
  href: string;
  title: string;
  /** Name under which it is saved. */
  saveAs: string;
  extension: string;
  /** By its content, where that was read. */
  kind: string;
  /** Pages, or sheets and rows, in words. */
  extent?: string;
  size: string;
  sha256: string;
  /** Address of its reading version. */
  reading?: string;
  /** What screen readers and search cannot read of it, in words. */
  scan?: string;
}

/** @param texts of attachments, which have reading versions */
export function toDownload(entry: Pick<Entry, 'number'>, file: StoredFile, title: string, texts?: KeptTexts): Download {
  const extension = extensionOf(file.name);
  const facts = texts?.facts(file) ?? {};
  const [type, extent, scan] = [facts.type ?? extension, toExtent(facts), toScanWords(facts)];
  return {
    href: toHref(filePath(entry.number, file.name)),
    title,
    saveAs: `${title.replace(/[\\/:*?"<>|\s]+/gu, '')}.${extension}`,
    extension,
    kind: KINDS[type] ?? type.toUpperCase(),
    ...(extent && { extent }),
    size: toSize(file.size),
    sha256: file.sha256,
    ...(texts?.has(file) && { reading: toHref(readingPath(entry.number, file.name)) }),
    ...(scan && { scan }),
  };
}

/** Kind, extent and size of a file in one piece of text. */
export const toWords = ({ kind, extent, size }: Download): string => [kind, extent, size].filter((each) => each !== undefined).join('，');

function toExtent({ pages, rows, sheets = 1 }: AttachmentFacts): string | undefined {
  if (pages !== undefined) return `${pages} 页`;
  return rows === undefined ? undefined : `${sheets > 1 ? `${sheets} 个工作表，` : ''}${rows} 行`;
}

function toScanWords({ scanned }: AttachmentFacts): string | undefined {
  if (scanned === undefined) return undefined;
  return scanned === 'all' ? '扫描件，无文字层，读屏软件读不出，也不能搜索、复制' : `${scanned}是扫描图片，无文字层，读屏软件读不出`;
}

/** Bytes in words, as file managers show them. */
function toSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
