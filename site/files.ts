import type { Entry, StoredFile } from '../cms/library/library.ts';
import type { KeptTexts } from './attachments/kept-texts.ts';
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
  kind: string;
  size: string;
  sha256: string;
  /** Address of its reading version. */
  reading?: string;
}

/** @param texts of attachments, which have reading versions */
export function toDownload(entry: Pick<Entry, 'number'>, file: StoredFile, title: string, texts?: KeptTexts): Download {
  const extension = extensionOf(file.name);
  return {
    href: toHref(filePath(entry.number, file.name)),
    title,
    saveAs: `${title.replace(/[\\/:*?"<>|\s]+/gu, '')}.${extension}`,
    extension,
    kind: KINDS[extension] ?? extension.toUpperCase(),
    size: toSize(file.size),
    sha256: file.sha256,
    ...(texts?.has(file) && { reading: toHref(readingPath(entry.number, file.name)) }),
  };
}

/** Bytes in words, as file managers show them. */
export function toSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
