import type { Pixels } from '../ocr/pixels.ts';

/**
 * Pixels of a Windows bitmap, which sharp does not open: 24 or 32 bits a pixel, or up to 8 with a palette, not packed. Null for
 * any other. Source: Microsoft, “Bitmap Storage”, BITMAPFILEHEADER and BITMAPINFOHEADER.
 */
export function openBitmap(bytes: Uint8Array, mostPixels: number): Pixels | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length < 54 || data.toString('latin1', 0, 2) !== 'BM') return null;
  const start = data.readUInt32LE(10);
  const headerSize = data.readUInt32LE(14);
  const width = data.readInt32LE(18);
  const rows = data.readInt32LE(22);
  const bits = data.readUInt16LE(28);
  const isPacked = ![0, 3].includes(data.readUInt32LE(30));
  const height = Math.abs(rows);
  const stride = Math.ceil((width * bits) / 32) * 4;
  if (headerSize < 40 || isPacked || ![1, 4, 8, 24, 32].includes(bits)) return null;
  if (width < 1 || height < 1 || width * height > mostPixels || start + stride * height > data.length) return null;

  const palette = 14 + headerSize;
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const row = start + (rows > 0 ? height - 1 - y : y) * stride;
    for (let x = 0; x < width; x++) {
      const bit = x * bits;
      const from = bits >= 24 ? row + bit / 8 : palette + 4 * ((data[row + (bit >> 3)]! >> (8 - bits - (bit & 7))) & (2 ** bits - 1));
      const to = (y * width + x) * 3;
      pixels[to] = data[from + 2]!;
      pixels[to + 1] = data[from + 1]!;
      pixels[to + 2] = data[from]!;
    }
  }
  return { data: pixels, width, height, channels: 3 };
}
