import sharp from 'sharp';
import { toSimplePdf } from './simple-pdf.ts';

/** How a scanner may pack a page: a JPEG, raw pixels in two strips, or one bit a pixel as a mask. */
export type ScanKind = 'jpeg' | 'strips' | 'mask';

const [WIDTH, HEIGHT] = [1000, 1414];

/** A picture of a page with these lines. */
function toPicture(lines: readonly string[]) {
  const texts = lines.map((line, i) => `<text x="80" y="${150 + 90 * i}" font-size="40">${line}</text>`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="Noto Serif CJK SC"><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>${texts}</svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: '#fff' });
}

/** A PDF that is a picture of these lines on each page. */
export async function toScan(lines: readonly string[], kind: ScanKind, pages = 1): Promise<Uint8Array> {
  const picture = toPicture(lines);
  const place = (name: string, y: number, height: number) => `q 595 0 0 ${height} 0 ${y} cm /${name} Do Q `;
  if (kind === 'strips') {
    const pixels = await picture.removeAlpha().raw().toBuffer();
    const half = (HEIGHT / 2) * WIDTH * 3;
    const strip = (from: number) => ({
      dictionary: `${toImage(WIDTH, HEIGHT / 2)} /ColorSpace /DeviceRGB /BitsPerComponent 8`,
      stream: pixels.subarray(from, from + half),
    });
    const content = place('A', 421, 421) + place('B', 0, 421);
    return toSimplePdf(Array(pages).fill(content), { resources: '/XObject << /A 20 0 R /B 21 0 R >>', objects: [strip(0), strip(half)] });
  }
  const object =
    kind === 'jpeg'
      ? {
          dictionary: `${toImage(WIDTH, HEIGHT)} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
          stream: await picture.jpeg().toBuffer(),
        }
      : {
          dictionary: `${toImage(WIDTH, HEIGHT)} /ImageMask true /BitsPerComponent 1`,
          stream: toBits(await picture.greyscale().raw().toBuffer()),
        };
  return toSimplePdf(Array(pages).fill(place('A', 0, 842)), { resources: '/XObject << /A 20 0 R >>', objects: [object] });
}

function toImage(width: number, height: number): string {
  return `/Type /XObject /Subtype /Image /Width ${width} /Height ${height}`;
}

/** One bit a pixel, 0 where it is dark, rows in whole bytes. */
function toBits(grey: Uint8Array): Uint8Array {
  const stride = WIDTH / 8;
  const bits = new Uint8Array(stride * HEIGHT);
  const step = grey.length / (WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) if (grey[(y * WIDTH + x) * step]! > 127) bits[y * stride + (x >> 3)]! |= 0x80 >> (x & 7);
  return bits;
}
