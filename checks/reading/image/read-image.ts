import sharp, { type Metadata } from 'sharp';
import { couldHoldText } from '../ocr/could-hold-text.ts';
import type { Pixels } from '../ocr/pixels.ts';
import { readPicture } from '../ocr/read-picture.ts';
import type { Piece, Reading, Trait } from '../piece.ts';
import type { Reader, Source } from '../reader.ts';
import { readChunks } from './image-chunks.ts';
import { readProperties } from './image-properties.ts';
import { openBitmap } from './open-bitmap.ts';
import { readSvg } from './read-svg.ts';

/** Larger pictures are not unpacked: 100 million pixels are A3 at 750 dpi. */
const MOST_PIXELS = 100_000_000;
/** Frames of an animation that are read; of a TIFF, which may be a scan, every page is. */
const MOST_FRAMES = 5;
/** Short side to which larger pictures are reduced, in pixels: OCR looks no closer. */
const SHORT_SIDE = 1600;

const LABELS: Record<string, string> = {
  imagedescription: '图片说明',
  description: '图片说明',
  caption: '图片说明',
  artist: '作者',
  creator: '作者',
  author: '作者',
  xpauthor: '作者',
  byline: '作者',
  copyright: '版权',
  rights: '版权',
  title: '标题',
  xptitle: '标题',
  xpsubject: '主题',
  xpkeywords: '关键词',
  keywords: '关键词',
  subject: '关键词',
  usercomment: '备注',
  xpcomment: '备注',
  comment: '备注',
};

/** Reads a picture: what it says about itself, and by OCR the words in it. An SVG is read as the text that it is, too. */
export const readImage: Reader = async (source) => {
  const { bytes, within } = source;
  const metadata = await readMetadata(bytes);
  const format = isSvg(bytes) ? 'svg' : (metadata?.format ?? 'unknown');
  const reading: Reading = { format, pieces: [], traits: [] };
  if (isSvg(bytes)) Object.assign(reading, await readSvg(source), { format });
  else await addProperties(reading, bytes, metadata ?? {}, within);
  const bitmap = metadata ? null : openBitmap(bytes, MOST_PIXELS);
  if (metadata) await addFrames(reading, metadata, source);
  else if (bitmap) await addBitmap(reading, bitmap, source);
  else reading.traits.push(toUnread(bytes, within));
  return reading;
};

function isSvg(bytes: Uint8Array): boolean {
  return /<(?:\w+:)?svg[\s>]/iu.test(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'));
}

async function addBitmap(reading: Reading, bitmap: Pixels, { within, budget }: Source): Promise<void> {
  const where = `${within}图片`;
  reading.format = 'bmp';
  reading.traits.push({ kind: 'scanned', where });
  const { texts, state } = await readPicture(bitmap, budget);
  add(reading.pieces, texts, where);
  if (state === 'cut') reading.traits.push({ kind: 'cut', where, what: '图片没有识别完' });
  if (state === 'unseen') reading.traits.push({ kind: 'unseen', where });
}

/** Null when sharp cannot open the picture. */
async function readMetadata(bytes: Uint8Array): Promise<Metadata | null> {
  try {
    return await sharp(bytes, { limitInputPixels: false, failOn: 'none' }).metadata();
  } catch {
    return null;
  }
}

function toUnread(bytes: Uint8Array, within: string): Trait {
  const brand = Buffer.from(bytes.subarray(4, 12)).toString('latin1');
  const isKnown = /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF|II\*\0|MM\0\*)/u.test(Buffer.from(bytes.subarray(0, 4)).toString('latin1'));
  if (brand.startsWith('ftyp')) return { kind: 'unknown', where: `${within}图片`, format: 'heic' };
  if (isKnown || isSvg(bytes)) return { kind: 'corrupt', where: `${within}图片` };
  return { kind: 'unknown', where: `${within}图片`, format: bytes[0] === 0x42 && bytes[1] === 0x4d ? 'bmp' : 'image' };
}

async function addProperties(reading: Reading, bytes: Uint8Array, metadata: Partial<Metadata>, within: string): Promise<void> {
  const { texts, hasAuthor, hasPosition } = await readProperties(bytes, metadata);
  const chunks = readChunks(bytes).filter(({ name, text }) => name !== 'XML:com.adobe.xmp' && !texts.some((other) => other.text === text));
  for (const { name, text } of [...texts, ...chunks]) {
    const where = `${within}图片属性“${LABELS[name.toLowerCase()] ?? name}”`;
    if (text.trim() !== '') reading.pieces.push({ text, where, kind: 'property', isHidden: true });
  }
  if (hasAuthor || chunks.some(({ name }) => /^author$/iu.test(name)))
    reading.traits.push({ kind: 'author', where: `${within}图片属性“作者”` });
  if (hasPosition) reading.traits.push({ kind: 'position', where: `${within}图片属性` });
}

async function addFrames(reading: Reading, metadata: Metadata, { bytes, within, budget }: Source): Promise<void> {
  const { width, height: all, pages = 1, pageHeight } = metadata;
  const height = pageHeight ?? all;
  const where = `${within}图片`;
  if (!couldHoldText(width, height)) return;
  if (width * height > MOST_PIXELS) {
    reading.traits.push({ kind: 'cut', where, what: `图片过大（${width}×${height}像素），没有识别` });
    return;
  }
  const isDocument = metadata.format === 'tiff';
  const frames = isDocument ? Array.from({ length: pages }, (_, page) => page) : toFrames(pages);
  if (metadata.format !== 'svg') reading.traits.push({ kind: 'scanned', where });
  let read = 0;
  for (const page of frames) {
    if (budget.pictures < 1) break;
    const pixels = await unpack(bytes, page);
    if (!pixels) {
      reading.traits.push(toUnread(bytes, within));
      return;
    }
    const { texts, state } = await readPicture(pixels, budget);
    add(reading.pieces, texts, isDocument && pages > 1 ? `${within}第${page + 1}页图片` : where);
    if (state === 'unseen') {
      reading.traits.push({ kind: 'unseen', where });
      return;
    }
    if (state === 'cut') break;
    read++;
  }
  if (read < pages) {
    const what = pages === 1 ? '图片没有识别完' : `只识别了${read}${isDocument ? '页' : '帧'}，共${pages}${isDocument ? '页' : '帧'}`;
    reading.traits.push({ kind: 'cut', where, what });
  }
}

/** Words that a picture has as text anyway, as an SVG may, or that another frame had, come once. */
function add(pieces: Piece[], texts: readonly string[], where: string) {
  for (const text of texts)
    if (!pieces.some((other) => other.text.replace(/\s/gu, '').includes(text.replace(/\s/gu, '')) && !where.includes('页')))
      pieces.push({ text, where, kind: 'ocr', isHidden: false });
}

/** Frames spread over an animation, the first and the last among them. */
function toFrames(count: number): number[] {
  if (count <= MOST_FRAMES) return Array.from({ length: count }, (_, frame) => frame);
  return Array.from({ length: MOST_FRAMES }, (_, step) => Math.round((step * (count - 1)) / (MOST_FRAMES - 1)));
}

/** Upright pixels of a frame on white; null when it is broken. */
async function unpack(bytes: Uint8Array, page: number): Promise<Pixels | null> {
  try {
    const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'none', page }).autoOrient();
    const { data, info } = await image
      .resize({ width: SHORT_SIDE, height: SHORT_SIDE, fit: 'outside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height, channels: info.channels as Pixels['channels'] };
  } catch {
    return null;
  }
}
