import { deflateSync } from 'node:zlib';
import { type PdfObject, toPdf } from './make-pdf.ts';
import { show, toSimplePdf } from './simple-pdf.ts';

const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>';

function toOnePage(content: PdfObject, pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', more: readonly PdfObject[] = []) {
  return toPdf(['<< /Type /Catalog /Pages 2 0 R >>', pages, PAGE, content, ...more]);
}

/** Packs zeros, and what comes of it again and again: the input stays small. */
function toBomb(megabytes: number, filters: number): PdfObject {
  let bytes: Uint8Array = Buffer.alloc(megabytes * 1_000_000, ' ');
  for (let i = 0; i < filters; i++) bytes = deflateSync(bytes);
  return { dictionary: `/Filter [${'/FlateDecode '.repeat(filters)}]`, stream: bytes };
}

/** Files made to take a reader's time, memory or stack. */
export const HOSTILE: Record<string, () => Uint8Array> = {
  'page tree that holds itself': () => toOnePage({ dictionary: '', stream: '' }, '<< /Type /Pages /Kids [2 0 R 2 0 R 3 0 R] /Count 9 >>'),
  'two billion pages declared': () => toOnePage({ dictionary: '', stream: '' }, '<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>'),
  'content of 400 MB in two layers': () => toOnePage(toBomb(400, 2)),
  'arrays nested 100,000 deep': () => toOnePage({ dictionary: '', stream: `${'['.repeat(100_000)} 0 Tj` }),
  'dictionaries nested 50,000 deep': () => toPdf([`<< /Type /Catalog /Pages 2 0 R /X ${'<< /X '.repeat(50_000)} >>`, PAGE]),
  'form that draws itself': () =>
    toPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >> >>',
      { dictionary: '', stream: '/A Do /A Do' },
      {
        dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 5 0 R >> >>',
        stream: '/A Do /A Do',
      },
    ]),
  'forms that double 30 times': () =>
    toPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >> >>',
      { dictionary: '', stream: '/A Do' },
      ...Array.from({ length: 30 }, (_, i) => ({
        dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A ${6 + i} 0 R >> >>`,
        stream: '/A Do /A Do',
      })),
      { dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 9 9]', stream: '0 0 9 9 re f' },
    ]),
  'outline that goes round': () =>
    toSimplePdf([show('正文', 100, 700)], {
      catalogue: '/Outlines 20 0 R',
      objects: ['<< /First 21 0 R /Last 21 0 R >>', '<< /Title (a) /Next 21 0 R /First 21 0 R >>'],
    }),
  'picture of 60,000 × 60,000 without data': () =>
    toSimplePdf(['q 500 0 0 500 0 0 cm /P Do Q'], {
      resources: '/XObject << /P 20 0 R >>',
      objects: [
        { dictionary: '/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceRGB', stream: '' },
      ],
    }),
  'two million characters': () => toSimplePdf([`BT /H 1 Tf 0 700 Td ${'(aaaaaaaaaaaaaaaaaaaa) Tj '.repeat(100_000)} ET`]),
};
