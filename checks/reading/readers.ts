import type { FileKind } from './kinds.ts';
import type { Reader } from './reader.ts';

const readOoxml = async () => (await import('./ooxml/read-ooxml.ts')).readOoxml;
const readZip = async () => (await import('./archive/read-zip.ts')).readZip;
const readGzip = async () => (await import('./archive/read-gzip.ts')).readGzip;
const readTar = async () => (await import('./archive/read-tar.ts')).readTar;
const readOfd = async () => (await import('./ofd/read-ofd.ts')).readOfd;
const readOdf = async () => (await import('./odf/read-odf.ts')).readOdf;
const readPdf = async () => (await import('./pdf/read-pdf.ts')).readPdf;
const readOle = async () => (await import('./ole/read-ole.ts')).readOle;
const readRtf = async () => (await import('./rtf/read-rtf.ts')).readRtf;
const readImage = async () => (await import('./image/read-image.ts')).readImage;
const readEmf = async () => (await import('./ooxml/read-emf.ts')).readEmf;
const readHtml = async () => (await import('./html/read-html.ts')).readHtml;
const readCsv = async () => (await import('./text/read-csv.ts')).readCsv;
const readPlain = async () => (await import('./text/read-plain.ts')).readPlain;
const readMarkdown = async () => (await import('./markdown/read-markdown.ts')).readMarkdown;

/** `readPlain` goes by the extension; this gives it the one that the content calls for. */
const readPlainAs = (extension: string) => async (): Promise<Reader> => {
  const read = await readPlain();
  return (source) => read(source.name.toLowerCase().endsWith(extension) ? source : { ...source, name: source.name + extension });
};

/** The reader for each kind, loaded when the first file of the kind comes. Kinds left out cannot be opened here. */
const READERS: Partial<Record<FileKind, () => Promise<Reader>>> = {
  docx: readOoxml,
  xlsx: readOoxml,
  xlsb: readOoxml,
  pptx: readOoxml,
  odt: readOdf,
  ods: readOdf,
  odp: readOdf,
  ofd: readOfd,
  zip: readZip,
  epub: readZip,
  gz: readGzip,
  tar: readTar,
  doc: readOle,
  xls: readOle,
  ppt: readOle,
  ole: readOle,
  'encrypted-office': readOle,
  pdf: readPdf,
  rtf: readRtf,
  html: readHtml,
  csv: readCsv,
  markdown: readMarkdown,
  text: readPlain,
  xml: readPlainAs('.xml'),
  svg: readImage,
  png: readImage,
  jpeg: readImage,
  gif: readImage,
  webp: readImage,
  bmp: readImage,
  tiff: readImage,
  heif: readImage,
  emf: readEmf,
  mhtml: readPlainAs('.eml'),
};

/** The reader for a kind, or undefined when nobody here can open it. */
export const readerFor = (kind: FileKind): (() => Promise<Reader>) | undefined => READERS[kind];
