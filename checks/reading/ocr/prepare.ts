import sharp, { type Sharp } from 'sharp';
import type { Prepared } from './ocr-thread.ts';
import type { Pixels } from './pixels.ts';

/** Widest picture to read in, longest side of that to find lines in, and width of the grey one that is halved to find watermarks in; in pixels. */
const MOST_WIDTH = 1600;
const MOST_SIDE = 1280;
const PALE_WIDTH = 1280;
/** A wide picture may be longer to find lines in, within the area of a page: finding takes memory by the area. */
export const MOST_AREA = MOST_SIDE * Math.round(MOST_SIDE / Math.SQRT2);
/** Smaller pictures are enlarged, at most to twice their size. */
const LEAST_SIDE = 640;

/** Makes the sizes of a picture that OCR works on. */
export async function prepare({ data, width, height, channels }: Pixels): Promise<Prepared> {
  const open = () => sharp(data, { raw: { width, height, channels }, limitInputPixels: false }).flatten({ background: '#fff' });
  const enlargement = Math.max(1, Math.min(2, LEAST_SIDE / Math.max(width, height)));
  const scale = Math.min(enlargement, MOST_WIDTH / Math.min(width, height));
  const [fullWidth, fullHeight] = [Math.max(2, Math.round(width * scale)), Math.max(2, Math.round(height * scale))];
  const full = await toPixels(open().toColourspace('srgb').resize(fullWidth, fullHeight, { fit: 'fill' }));
  const ofWide = fullWidth > fullHeight ? toArea(fullWidth, fullHeight) : 0;
  const reduction = Math.min(1, Math.max(ofWide, MOST_SIDE / Math.max(fullWidth, fullHeight)));
  const reduced = await toPixels(
    open()
      .toColourspace('srgb')
      .resize(toSide(fullWidth * reduction), toSide(fullHeight * reduction), { fit: 'fill' }),
  );
  const paleScale = Math.min(2, PALE_WIDTH / Math.min(width, height), 2 * toArea(width, height));
  const grey = await toPixels(
    open()
      .greyscale()
      .resize(toSide(width * paleScale, 64), toSide(height * paleScale, 64), { fit: 'fill' })
      .toColourspace('b-w'),
  );
  return { full, reduced, grey };
}

/** The scale at which a picture has as many pixels as lines are found in. */
const toArea = (width: number, height: number) => Math.sqrt(MOST_AREA / (width * height));

/** Sides that the models take: multiples of 32. */
function toSide(length: number, unit = 32): number {
  return Math.max(unit, Math.round(length / unit) * unit);
}

async function toPixels(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels as Pixels['channels'] };
}
