import { HOSTILE } from '../pdf/testing/hostile-pdfs.ts';
import { toPacked, toTextString } from '../pdf/testing/make-pdf.ts';
import { show, toSimplePdf } from '../pdf/testing/simple-pdf.ts';

/** Small PDFs for a fuzzer to break, by what they hold. */
export const PDF_SEEDS: Record<string, () => Uint8Array> = {
  text: () => toSimplePdf([show('清岚县人民政府文件', 100, 700), 'BT /G 16 Tf 100 600 Td <b9abbfaa> Tj ET']),
  packed: () =>
    toSimplePdf(['/A Do'], {
      resources: '/XObject << /A 20 0 R >>',
      objects: [toPacked('/Subtype /Form /BBox [0 0 600 800]', show('公开', 100, 600))],
    }),
  annotations: () =>
    toSimplePdf([show('正文', 100, 700)], {
      catalogue: '/AcroForm << /Fields [20 0 R] >> /Names << /EmbeddedFiles << /Names [(a) 22 0 R] >> >>',
      page: '/Annots [20 0 R 21 0 R]',
      trailer: '/Info 24 0 R',
      objects: [
        '<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (b) /Rect [1 1 9 9] >>',
        `<< /Type /Annot /Subtype /Text /Contents ${toTextString('批注')} /Rect [1 1 9 9] >>`,
        '<< /Type /Filespec /F (a.txt) /EF << /F 23 0 R >> >>',
        toPacked('/Type /EmbeddedFile', 'a'),
        `<< /Author ${toTextString('某人')} >>`,
      ],
    }),
  picture: () =>
    toSimplePdf(['q 500 0 0 500 0 0 cm /P Do Q'], {
      resources: '/XObject << /P 20 0 R >>',
      objects: [
        toPacked('/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray', new Uint8Array(64)),
      ],
    }),
  nested: HOSTILE['dictionaries nested 50,000 deep']!,
};
