import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { pack } from './archive/testing/pack.ts';
import { extensionOf, fits } from './kinds.ts';
import { slides, spreadsheet, textDocument } from './odf/testing/make-odf.ts';
import { wholeOfd } from './ofd/testing/whole-ofd.ts';
import { wholePresentation } from './ooxml/testing/whole-presentation.ts';
import { wholeWord } from './ooxml/testing/whole-word.ts';
import { wholeWorkbook } from './ooxml/testing/whole-workbook.ts';
import { readFile } from './read.ts';
import { sniff } from './sniff.ts';

const hex = (digits: string) => Buffer.from(digits.padEnd(128, '0'), 'hex');
const image = { create: { width: 2, height: 2, channels: 3, background: 'red' } } as const;

test.each<[name: string, bytes: Uint8Array | Promise<Uint8Array>, kind: string]>([
  ['a.docx', wholeWord, 'docx'],
  ['a.wps', wholeWord, 'docx'],
  ['a.xlsx', wholeWorkbook, 'xlsx'],
  ['a.pptx', wholePresentation, 'pptx'],
  ['a.ofd', wholeOfd, 'ofd'],
  ['a.odt', textDocument, 'odt'],
  ['a.ods', spreadsheet, 'ods'],
  ['a.odp', slides, 'odp'],
  ['a.zip', pack([{ name: 'word/x.txt', bytes: Buffer.from('x') }]), 'zip'],
  ['a.zip', pack([]), 'zip'],
  ['a.pdf', Buffer.from('%PDF-1.7\n'), 'pdf'],
  ['a.pdf', Buffer.from('\u0000\u0001\n%PDF-1.4\n'), 'pdf'],
  ['a.png', sharp(image).png().toBuffer(), 'png'],
  ['a.jpg', sharp(image).jpeg().toBuffer(), 'jpeg'],
  ['a.gif', sharp(image).gif().toBuffer(), 'gif'],
  ['a.webp', sharp(image).webp().toBuffer(), 'webp'],
  ['a.tif', sharp(image).tiff().toBuffer(), 'tiff'],
  ['a.heif', sharp(image).avif().toBuffer(), 'heif'],
  ['a.bmp', hex('424d3600000000000000360000002800'), 'bmp'],
  ['a.7z', hex('377abcaf271c'), '7z'],
  ['a.rar', hex('526172211a0700'), 'rar'],
  ['a.gz', gzipSync('x'), 'gz'],
  ['a.exe', hex('4d5a9000'), 'exe'],
  ['a.rtf', Buffer.from('{\\rtf1\\ansi'), 'rtf'],
  ['a.xls', Buffer.from('<html xmlns:x="urn:x"><table><tr><td>甲</td></tr></table></html>'), 'html'],
  ['a.xml', Buffer.from('<?xml version="1.0"?><a>甲</a>'), 'xml'],
  ['a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'svg'],
  ['a.txt', Buffer.from('BM开头的中文'), 'text'],
  ['a.txt', Buffer.from('d2bbd0d0d7d6', 'hex'), 'text'],
  ['a.txt', Buffer.from('\ufeff一行字', 'utf16le'), 'text'],
  ['a.txt', Buffer.from('plain words without a mark, in two bytes', 'utf16le'), 'text'],
  ['a.csv', Buffer.from('姓名,电话\n'), 'csv'],
  ['a.html', Buffer.from('<section><h1>题</h1></section>'), 'html'],
  ['a.md', Buffer.from('<div>题</div>\n# 题'), 'markdown'],
  ['a.dat', Buffer.from('00ff13aa9c02d4e1b700c3', 'hex'), 'unknown'],
  ['a.txt', new Uint8Array(), 'empty'],
])('%s is known by its bytes (%#)', async (name, bytes, kind) => {
  expect(sniff(await bytes, name)).toBe(kind);
});

test.each([
  ['docx', 'wps', true],
  ['doc', 'wps', true],
  ['xls', 'et', true],
  ['docx', 'dotm', true],
  ['docx', 'doc', false],
  ['html', 'xls', false],
  ['exe', 'pdf', false],
  ['text', 'log', true],
  ['text', 'abc', true],
  ['jpeg', 'JPG', true],
] as const)('%s fits .%s: %s', (kind, extension, isFit) => {
  expect(fits(kind, extensionOf(`a.${extension}`))).toBe(isFit);
});

test('a file under a wrong extension is read as what it is, and the name is a trait', async () => {
  const { format, pieces, traits } = await readFile('表.xls', Buffer.from('<html><table><tr><td>格里的话</td></tr></table></html>'));
  expect(format).toBe('html');
  expect(pieces.map(({ text }) => text)).toContain('格里的话');
  expect(traits).toContainEqual({ kind: 'misnamed', where: '文件', says: 'xls', is: 'html' });
});

test('an archive behind a picture is read', async () => {
  const picture = await sharp(image).png().toBuffer();
  const { pieces } = await readFile('图.png', Buffer.concat([picture, pack([{ name: 'a.txt', bytes: Buffer.from('藏着的话') }])]));
  expect(pieces.map(({ text }) => text)).toContain('藏着的话');
});
