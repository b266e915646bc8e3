import { Bytes } from './bytes.ts';
import { inflate, type PackedFile } from './packed-files.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PNG_END = Buffer.from('IEND');
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const JPEG_END = Buffer.from([0xff, 0xd9]);

/** Pictures that stand whole in a stream, found by how they begin and end. */
export function* picturesIn(stream: Uint8Array): Generator<PackedFile> {
  const buffer = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = buffer.indexOf(PNG); at >= 0; ) {
    const end = buffer.indexOf(PNG_END, at);
    const to = end < 0 ? buffer.length : end + 8;
    yield { name: '图片.png', bytes: stream.subarray(at, to), label: '图片' };
    at = buffer.indexOf(PNG, to);
  }
  for (let at = buffer.indexOf(JPEG); at >= 0; ) {
    const to = jpegEnd(buffer, at);
    yield { name: '图片.jpg', bytes: stream.subarray(at, to), label: '图片' };
    at = buffer.indexOf(JPEG, to);
  }
}

/** Goes over the segments before the picture itself, because a thumbnail in them has an end of its own. */
function jpegEnd(buffer: Buffer, start: number): number {
  let at = start + 2;
  while (at + 4 < buffer.length && buffer[at] === 0xff && buffer[at + 1] !== 0xda) at += 2 + buffer.readUInt16BE(at + 2);
  const end = buffer.indexOf(JPEG_END, at);
  return end < 0 ? buffer.length : end + 2;
}

const METAFILES = [0xf01a, 0xf01b, 0xf01c];

/** Drawings of Windows that are kept packed ([MS-ODRAW] 2.2.24 to 2.2.26): their words are UTF-16 or GBK within. */
export function* metafilesIn(stream: Uint8Array): Generator<Uint8Array> {
  const data = new Bytes(stream);
  for (let at = stream.indexOf(0xf0, 3); at >= 0; at = stream.indexOf(0xf0, at + 1)) {
    const start = at - 3;
    if (!METAFILES.includes(data.u16(start + 2))) continue;
    const hasTwoIds = ((data.u16(start) >> 4) & 1) === 1;
    const head = start + 8 + (hasTwoIds ? 32 : 16);
    const length = data.u32(head + 28);
    // The length of the record tells again how long the picture is, so that chance is no picture.
    if (start + 8 + data.u32(start + 4) !== head + 34 + length || head + 34 + length > data.length) continue;
    const picture = data.slice(head + 34, head + 34 + length);
    const unpacked = data.u8(head + 32) === 0 ? inflate(picture) : picture;
    if (unpacked) yield unpacked;
  }
}
