import { imageSize } from 'image-size';

const PICTURE = /\.(?:jpe?g|png|webp)$/iu;

/** Width and height of a picture as it is shown, in pixels; undefined for what is no readable picture. */
export function measure(path: string, bytes: Uint8Array): { width: number; height: number } | undefined {
  if (!PICTURE.test(path)) return undefined;
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return undefined;
  }
}
