import sharp, { type Sharp } from 'sharp';
import { couldHoldText } from '../ocr/could-hold-text.ts';
import type { Pixels } from '../ocr/pixels.ts';
import type { Picture } from './calls.ts';
import type { Box } from './marks.ts';

/** Widest picture that is put together, in pixels. */
const MOST_WIDTH = 1600;
/** In points: pictures that lie no further apart belong together, as the strips of a scan do. */
const APART = 2;

/** Pictures of a page as they are seen, upright; those that touch, such as strips or layers of a scan, put together. */
export async function toSeenPictures(pictures: readonly Picture[]): Promise<Pixels[]> {
  const seen: Pixels[] = [];
  for (const group of toGroups(pictures)) {
    const picture = group.length === 1 ? await toUpright(group[0]!) : await putTogether(group);
    if (couldHoldText(picture.width, picture.height)) seen.push(picture);
  }
  return seen;
}

function toGroups(pictures: readonly Picture[]): Picture[][] {
  let groups: Picture[][] = [];
  for (const picture of pictures) {
    const touching = groups.filter((group) => group.some(({ box }) => touches(box, picture.box)));
    groups = [...groups.filter((group) => !touching.includes(group)), [...touching.flat(), picture]];
  }
  return groups.map((group) => group.sort((a, b) => pictures.indexOf(a) - pictures.indexOf(b)));
}

function touches(a: Box, b: Box): boolean {
  return a.left - APART <= b.right && b.left - APART <= a.right && a.top - APART <= b.bottom && b.top - APART <= a.bottom;
}

function open({ data, width, height, channels }: Pixels) {
  return sharp(data, { raw: { width, height, channels } });
}

async function toPixels(image: Sharp): Promise<Pixels> {
  const { data, info } = await image
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels as Pixels['channels'] };
}

function toUpright(picture: Picture): Promise<Pixels> {
  return toPixels(open(picture).rotate(picture.turns * 90));
}

async function putTogether(group: readonly Picture[]): Promise<Pixels> {
  const left = Math.min(...group.map(({ box }) => box.left));
  const top = Math.min(...group.map(({ box }) => box.top));
  const right = Math.max(...group.map(({ box }) => box.right));
  const bottom = Math.max(...group.map(({ box }) => box.bottom));
  const density = Math.max(...group.map(({ width, height, box, turns }) => (turns % 2 ? height : width) / (box.right - box.left || 1)));
  const scale = Math.min(density, MOST_WIDTH / (right - left || 1), (2 * MOST_WIDTH) / (bottom - top || 1));
  const toPx = (points: number) => Math.max(1, Math.round(points * scale));
  const parts = [];
  for (const picture of group) {
    const { box } = picture;
    const upright = open(picture)
      .rotate(picture.turns * 90)
      .resize(toPx(box.right - box.left), toPx(box.bottom - box.top), { fit: 'fill' });
    const { data, info } = await upright.raw().toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    parts.push({
      input: data,
      raw: { width, height, channels },
      left: Math.round((box.left - left) * scale),
      top: Math.round((box.top - top) * scale),
    });
  }
  const canvas = sharp({ create: { width: toPx(right - left) + 1, height: toPx(bottom - top) + 1, channels: 3, background: '#fff' } });
  return toPixels(canvas.composite(parts));
}
