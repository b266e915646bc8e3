import { type PdfObject, toPdf, toUtf16 } from './make-pdf.ts';

/** What a small PDF of the tests may hold beside its pages. */
export interface Extras {
  /** Added to the catalogue, for example `/Outlines 20 0 R`. */
  catalogue?: string;
  /** Added to every page, for example `/Annots [20 0 R]`. */
  page?: string;
  /** Added to every page's resources, for example `/XObject << /P 20 0 R >>`. */
  resources?: string;
  trailer?: string;
  /** Numbered from 20. */
  objects?: readonly PdfObject[];
}

/**
 * A PDF with a page for each of up to five content streams; font `/F` is STSong-Light, not embedded, with codes in UTF-16,
 * `/G` the same with codes in GBK, `/H` Helvetica.
 */
export function toSimplePdf(
  pages: readonly string[],
  { catalogue = '', page = '', resources = '', trailer = '', objects = [] }: Extras = {},
) {
  const kids = pages.map((_, index) => `${10 + 2 * index} 0 R`).join(' ');
  const all: PdfObject[] = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [5 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 6 0 R /DW 1000 /W [1 95 500 814 939 500] >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    'null',
    'null',
  ];
  for (const content of pages) {
    all.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R /G 4 0 R /H 7 0 R >> ${resources} >> /Contents ${all.length + 2} 0 R ${page} >>`,
      { dictionary: '', stream: content },
    );
  }
  while (all.length < 19) all.push('null');
  return toPdf([...all, ...objects], trailer);
}

/** Operators that show a text at a place, in points from the lower left corner; `size` is that of the font. */
export function show(text: string, x: number, y: number, size = 16): string {
  return `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${toUtf16(text)}> Tj ET\n`;
}
