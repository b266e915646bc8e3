import type { Pixels } from '../ocr/pixels.ts';

/** A picture as pdf.js gives it: kind 1 is one bit a pixel, 2 RGB, 3 RGBA. */
interface Given {
  data?: Uint8Array | Uint8ClampedArray | null;
  width?: number;
  height?: number;
  kind?: number;
}

/** Pixels of what pdf.js gives for a picture or a mask; null when there are none. */
export function toPixels(given: unknown): Pixels | null {
  const { data, width = 0, height = 0, kind } = (given ?? {}) as Given;
  if (!data || width < 1 || height < 1) return null;
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const count = width * height;
  if (kind === 3 || bytes.length === count * 4) return { data: bytes.slice(0, count * 4), width, height, channels: 4 };
  if (kind === 2 || bytes.length === count * 3) return { data: bytes.slice(0, count * 3), width, height, channels: 3 };
  if (bytes.length === count) return { data: bytes.slice(), width, height, channels: 1 };
  return { data: unpackBits(bytes, width, height), width, height, channels: 1 };
}

function unpackBits(bytes: Uint8Array, width: number, height: number): Uint8Array {
  const stride = Math.ceil(width / 8);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) pixels[y * width + x] = ((bytes[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0;
  return pixels;
}
