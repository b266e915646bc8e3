import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { Budget } from '../budget.ts';
import type { Reading } from '../piece.ts';
import { readImage } from './read-image.ts';

function read(name: string, bytes: Uint8Array, budget = new Budget()): Promise<Reading> {
  const readInner = async () => ({ format: 'text', pieces: [], traits: [] });
  return readImage({ name, bytes, within: '', level: 0, budget, readInner });
}

function toText(text: string, more = ''): Sharp {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300" font-family="Noto Serif CJK SC"><rect width="600" height="300" fill="#fff"/><text x="60" y="150" font-size="50">${text}</text>${more}</svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: '#fff' });
}

/** Puts Chinese in the place of words with as many bytes, as sharp writes no other than ASCII. */
function rename(bytes: Buffer, words: Record<string, string>): Buffer {
  let text = bytes.toString('latin1');
  for (const [ascii, word] of Object.entries(words)) text = text.replaceAll(ascii, Buffer.from(word).toString('latin1'));
  return Buffer.from(text, 'latin1');
}

/** A chunk of a PNG; nobody here checks its sum. */
function toChunk(type: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content, Buffer.alloc(4)]);
}

test('words in the picture and in its properties, position and author', async () => {
  const bytes = await toText('内部资料')
    .withExif({
      IFD0: { Artist: 'ARTIST', ImageDescription: 'DESCRIPTION1', Copyright: 'RIGHTS' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 0/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '105/1 0/1 0/1' },
    })
    .jpeg()
    .toBuffer();
  const { format, pieces, traits } = await read('照片.jpg', rename(bytes, { ARTIST: '某人', DESCRIPTION1: '会议照片', RIGHTS: '某局' }));
  expect(format).toBe('jpeg');
  expect(pieces.map(({ text, where, kind, isHidden }) => [text, where, kind, isHidden])).toEqual([
    ['会议照片', '图片属性“图片说明”', 'property', true],
    ['某人', '图片属性“作者”', 'property', true],
    ['某局', '图片属性“版权”', 'property', true],
    ['内部资料', '图片', 'ocr', false],
  ]);
  expect(traits).toEqual([
    { kind: 'author', where: '图片属性“作者”' },
    { kind: 'position', where: '图片属性' },
    { kind: 'scanned', where: '图片' },
  ]);
});

test.each(['png', 'webp', 'gif', 'tiff', 'avif'] as const)('words in %s', async (format) => {
  const reading = await read(`图.${format}`, await toText('机密★1年').toFormat(format).toBuffer());
  expect(reading.pieces.filter(({ kind }) => kind === 'ocr').map(({ text }) => text)).toEqual(['机密★1年']);
});

test('EXIF of WebP, chunks of PNG, comments of JPEG and GIF', async () => {
  const blank = sharp({ create: { width: 20, height: 20, channels: 3, background: '#fff' } });
  const webp = await blank
    .clone()
    .withExif({ IFD0: { ImageDescription: 'DESCRIPTION2' } })
    .webp()
    .toBuffer();
  expect((await read('图.webp', rename(webp, { DESCRIPTION2: '说明文字' }))).pieces.map(({ text }) => text)).toContain('说明文字');

  const png = await blank.clone().png().toBuffer();
  const chunks = [
    toChunk('tEXt', Buffer.from('Author\0某人')),
    toChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync('压缩的备注')])),
    toChunk('iTXt', Buffer.from('Title\0\0\0zh\0\0国际文本')),
  ];
  const reading = await read('图.png', Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]));
  expect(reading.pieces.map(({ text, where }) => `${where} ${text}`).sort()).toEqual([
    '图片属性“作者” 某人',
    '图片属性“备注” 压缩的备注',
    '图片属性“标题” 国际文本',
  ]);
  expect(reading.traits).toContainEqual({ kind: 'author', where: '图片属性“作者”' });

  const jpeg = await blank.clone().jpeg().toBuffer();
  const comment = Buffer.from('JPEG备注');
  const withComment = Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment, jpeg.subarray(2)]);
  expect((await read('图.jpg', withComment)).pieces.map(({ text }) => text)).toEqual(['JPEG备注']);

  const gif = await blank.clone().gif().toBuffer();
  const withNote = Buffer.concat([gif.subarray(0, -1), Buffer.from([0x21, 0xfe, comment.length]), comment, Buffer.from([0, 0x3b])]);
  expect((await read('图.gif', withNote)).pieces.map(({ text }) => text)).toEqual(['JPEG备注']);
});

test('pages of a TIFF, and frames of an animation', async () => {
  const pages = await Promise.all(['第一页内容', '第二页内容'].map((text) => toText(text).png().toBuffer()));
  const tiff = await sharp(pages, { join: { animated: true } })
    .tiff()
    .toBuffer();
  expect((await read('扫描.tif', tiff)).pieces.map(({ text, where }) => `${where} ${text}`)).toEqual([
    '第1页图片 第一页内容',
    '第2页图片 第二页内容',
  ]);

  const gif = await sharp(await Promise.all(Array.from('甲乙丙丁戊己庚辛', (text) => toText(`这是${text}帧画面`).png().toBuffer())), {
    join: { animated: true },
  })
    .gif()
    .toBuffer();
  const reading = await read('动图.gif', gif);
  expect(reading.pieces.map(({ text }) => text)).toContain('这是甲帧画面');
  expect(reading.pieces.map(({ text }) => text)).toContain('这是辛帧画面');
  expect(reading.traits).toContainEqual({ kind: 'cut', where: '图片', what: '只识别了5帧，共8帧' });
});

test('a Windows bitmap', async () => {
  const { data, info } = await toText('机密★1年').removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const head = Buffer.alloc(54);
  head.write('BM', 'latin1');
  head.writeUInt32LE(54, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(info.width, 18);
  // Negative: the rows run from the top.
  head.writeInt32LE(-info.height, 22);
  head.writeUInt16LE(24, 28);
  const { format, pieces } = await read('图.bmp', Buffer.concat([head, data]));
  expect(format).toBe('bmp');
  expect(pieces.map(({ text }) => text)).toEqual(['机密★1年']);
});

test('SVG is text, and a picture too', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300" onload="go()"><title>标题字</title><!-- 注释字 --><rect width="600" height="300" fill="#fff"/><text x="60" y="150" font-size="50" font-family="Noto Serif CJK SC">画面文字</text><image href="http://192.0.2.1/a.png"/></svg>';
  const { format, pieces, traits } = await read('图.svg', Buffer.from(svg));
  expect(format).toBe('svg');
  for (const text of ['标题字', '注释字', '画面文字']) expect(pieces.some((piece) => piece.text.includes(text))).toBe(true);
  expect(pieces.filter(({ kind }) => kind === 'ocr')).toEqual([]);
  expect(traits.map(({ kind }) => kind)).toEqual(['outside-reference']);
});

test('what is too large, broken or unknown is said', async () => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(30_000, 0);
  head.writeUInt32BE(30_000, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const small = await toText('甲').png().toBuffer();
  const header = toChunk('IHDR', head);
  header.writeUInt32BE(crc32(header.subarray(4, -4)), header.length - 4);
  const huge = Buffer.concat([small.subarray(0, 8), header, small.subarray(33)]);
  expect((await read('图.png', huge)).traits).toEqual([{ kind: 'cut', where: '图片', what: '图片过大（30000×30000像素），没有识别' }]);
  expect((await read('图.png', Buffer.concat([small.subarray(0, 8), Buffer.from('nothing')]))).traits).toEqual([
    { kind: 'corrupt', where: '图片' },
  ]);
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(40)]);
  expect((await read('图.heic', heic)).traits).toEqual([{ kind: 'unknown', where: '图片', format: 'heic' }]);
  // exifr would look for the properties for ever: the box after the first is empty.
  const endless = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypavif'),
    Buffer.alloc(4),
    Buffer.from('mif1avif'),
    Buffer.alloc(64),
  ]);
  expect((await read('图.avif', endless)).traits).toEqual([{ kind: 'unknown', where: '图片', format: 'heic' }]);
  expect((await read('图.png', small, new Budget({ pictures: 0 }))).traits).toContainEqual({
    kind: 'cut',
    where: '图片',
    what: '图片没有识别完',
  });
});
