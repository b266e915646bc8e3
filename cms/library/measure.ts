import { createRequire } from 'node:module';

// Most changes have no picture, and the library has a module for each format.
const load = (): typeof import('image-size') => createRequire(import.meta.url)('image-size');

const PICTURE = /\.(?:jpe?g|png|webp)$/iu;

/** Width and height of a picture as it is shown, in pixels; undefined for what is no readable picture. */
export function measure(path: string, bytes: Uint8Array): { width: number; height: number } | undefined {
  if (!PICTURE.test(path)) return undefined;
  try {
    const { width, height, orientation = 1 } = load().imageSize(bytes);
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return undefined;
  }
}
