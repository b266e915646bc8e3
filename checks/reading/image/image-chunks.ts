import { inflateSync } from 'node:zlib';

/** A text that a picture holds beside its pixels, with the name it has there. */
export interface ImageText {
  name: string;
  text: string;
}

/** Unpacked size of one packed text at most, in bytes. */
const MOST_TEXT = 5_000_000;

/** Text chunks of a PNG, comments of a JPEG or GIF: what readers of EXIF leave out. */
export function readChunks(bytes: Uint8Array): ImageText[] {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.subarray(1, 4).toString('latin1') === 'PNG') return readPng(data);
  if (data[0] === 0xff && data[1] === 0xd8) return readJpeg(data);
  if (data.subarray(0, 3).toString('latin1') === 'GIF') return readGif(data);
  return [];
}

/** Source: PNG (Third Edition) 11.3.3, tEXt, zTXt and iTXt. */
function readPng(data: Buffer): ImageText[] {
  const texts: ImageText[] = [];
  for (let at = 8; at + 12 <= data.length; ) {
    const length = data.readUInt32BE(at);
    const type = data.toString('latin1', at + 4, at + 8);
    const content = data.subarray(at + 8, at + 8 + length);
    const end = content.indexOf(0);
    if (end > 0 && /^(?:tEXt|zTXt|iTXt)$/u.test(type)) {
      const name = content.toString('latin1', 0, end);
      if (type === 'tEXt') texts.push({ name, text: decode(content.subarray(end + 1)) });
      if (type === 'zTXt') texts.push({ name, text: decode(unpack(content.subarray(end + 2))) });
      if (type === 'iTXt') {
        const language = content.indexOf(0, end + 3);
        const translated = content.indexOf(0, language + 1);
        const rest = content.subarray(translated + 1);
        if (translated > 0) texts.push({ name, text: decode(content[end + 1] === 1 ? unpack(rest) : rest) });
      }
    }
    at += length + 12;
  }
  return texts;
}

function readJpeg(data: Buffer): ImageText[] {
  const texts: ImageText[] = [];
  for (let at = 2; at + 4 <= data.length && data[at] === 0xff; ) {
    const marker = data[at + 1]!;
    if (marker === 0xda) break;
    const length = data.readUInt16BE(at + 2);
    if (marker === 0xfe) texts.push({ name: 'Comment', text: decode(data.subarray(at + 4, at + 2 + length)) });
    at += 2 + Math.max(2, length);
  }
  return texts;
}

function readGif(data: Buffer): ImageText[] {
  const texts: ImageText[] = [];
  const skipTable = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + skipTable(data[10] ?? 0);
  while (at < data.length && (data[at] === 0x21 || data[at] === 0x2c)) {
    const isExtension = data[at] === 0x21;
    const label = data[at + 1];
    at += isExtension ? 2 : 11 + skipTable(data[at + 9] ?? 0);
    const blocks: Buffer[] = [];
    while (at < data.length && data[at] !== 0) {
      blocks.push(data.subarray(at + 1, at + 1 + data[at]!));
      at += data[at]! + 1;
    }
    at++;
    // Comments, and plain text that is drawn over the picture.
    if (isExtension && (label === 0xfe || label === 0x01))
      texts.push({ name: 'Comment', text: decode(Buffer.concat(label === 0x01 ? blocks.slice(1) : blocks)) });
  }
  return texts;
}

function unpack(packed: Uint8Array): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength: MOST_TEXT });
  } catch {
    return Buffer.alloc(0);
  }
}

/** Cameras and programs write UTF-8 or the system's own encoding, whatever the format says. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
