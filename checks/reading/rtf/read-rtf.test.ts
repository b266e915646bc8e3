import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Budget } from '../budget.ts';
import type { Reading } from '../piece.ts';
import { readRtf } from './read-rtf.ts';

async function read(content: string | Uint8Array): Promise<Reading & { told: string[]; inner: [string, number][] }> {
  const inner: [string, number][] = [];
  const readInner = async (name: string, bytes: Uint8Array): Promise<Reading> => {
    inner.push([name, bytes.length]);
    return { format: 'unknown', pieces: [], traits: [] };
  };
  const bytes = typeof content === 'string' ? new Uint8Array(Buffer.from(content, 'latin1')) : content;
  const reading = await readRtf({ name: 'a.rtf', bytes, within: '', level: 0, budget: new Budget(), readInner });
  return {
    ...reading,
    inner,
    told: reading.pieces.map(({ where, kind, isHidden, text }) => `${where}｜${kind}${isHidden ? '｜不可见' : ''}｜${text}`),
  };
}

test('every place of a document as LibreOffice writes it', async () => {
  const { told, traits, inner } = await read(new Uint8Array(readFileSync(new URL('fixtures/all.rtf', import.meta.url))));
  const expected = [
    '文件属性“标题”｜property｜不可见｜题名甲',
    '文件属性“作者”｜property｜不可见｜作者戊',
    '文件属性名称｜name｜不可见｜自定名庚',
    '文件属性｜property｜不可见｜自定值辛',
    '正文｜paragraph｜正文位拆分跑位',
    '正文｜paragraph｜前后插入位',
    '正文（已删除的修订）｜deleted｜不可见｜删除位',
    '正文（隐藏文字）｜paragraph｜不可见｜隐藏位\n白字位',
    '正文中的域代码｜code｜不可见｜HYPERLINK "http://10.9.8.7/链接位"',
    '正文中的第1个表格第2行第1列｜cell｜表内位\n又一段',
    '脚注｜note｜脚注位',
    '尾注｜note｜尾注位',
    '页眉｜margin｜页眉位',
    '页脚｜margin｜页脚位',
    '批注｜remark｜不可见｜批注位',
    '文本框｜shape｜文本框位',
    '艺术字｜shape｜水印位',
    '图形的替代文字｜alt｜不可见｜图述位',
    '书签｜name｜不可见｜书签位',
  ];
  expect(told).toEqual(expect.arrayContaining(expected));
  expect(told.some((line) => line.startsWith('修订者') && line.includes('修订者位'))).toBe(true);
  expect(traits.map(({ kind }) => kind).sort()).toEqual(['author', 'hidden-text', 'remarks', 'tracked-changes']);
  expect(inner.map(([name]) => name)).toContain('图片.png');
});

test.each([
  ['code page of the file', "{\\rtf1\\ansi\\ansicpg936 \\'bb\\'fa\\'c3\\'dc}"],
  ['no code page, raw bytes', '{\\rtf1\\ansi \xbb\xfa\xc3\xdc}'],
  ['charset of the font', "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset134 B;}}\\f1\\'bb\\'fa\\f1\\'c3\\'dc}"],
  ['Chinese in a Western font', "{\\rtf1\\ansi\\ansicpg1252 \\'bb\\'fa\\'c3\\'dc}"],
  ['characters split by line ends', "{\\rtf1\\ansi\\ansicpg936 \\'bb\r\n\\'fa\\'c3\r\n\\'dc}"],
  ['Unicode with what old readers see', "{\\rtf1\\ansi\\uc2 \\u26426\\'bb\\'fa\\u23494\\'c3\\'dc}"],
  ['Unicode, negative, in groups', '{\\rtf1{\\uc0{\\u26426 }}\\u23494?}'],
])('encoding: %s', async (_, source) => {
  expect((await read(source)).told).toContain('正文｜paragraph｜机密');
});

test('margins of first pages, comment authors, templates, unknown groups', async () => {
  const { told, traits } = await read(
    "{\\rtf1\\ansicpg936{\\headerf \\'bb\\'fa}{\\*\\atnauthor \\'c3\\'dc}{\\*\\template C:\\\\a.dot}{\\*\\odd \\'bb\\'fa\\'c3\\'dc}{\\*\\cs1\\v yin}x\\par}",
  );
  expect(told).toEqual([
    '首页页眉｜margin｜机',
    '批注作者｜remark｜不可见｜密',
    '文件属性“模板”｜link｜不可见｜C:\\a.dot',
    '其他数据｜other｜不可见｜机密',
    '正文｜paragraph｜x',
    '正文（隐藏文字）｜paragraph｜不可见｜yin',
  ]);
  expect(traits).toContainEqual({ kind: 'outside-reference', where: '文件属性“模板”' });
});

test('packed objects and pictures are read as files', async () => {
  const zip = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(60)]);
  const text = (value: string) => Buffer.concat([Buffer.from([value.length + 1, 0, 0, 0]), Buffer.from(`${value}\0`)]);
  const size = Buffer.from([zip.length, 0, 0, 0]);
  const object = Buffer.concat([Buffer.from([1, 5, 0, 0, 2, 0, 0, 0]), text('Excel.Sheet'), Buffer.alloc(8), size, zip]);
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(40), Buffer.from('IEND1234')]);
  const { inner, traits } = await read(
    `{\\rtf1{\\object{\\*\\objdata ${object.toString('hex').replace(/(.{64})/gu, '$1\n')}}}{\\pict\\pngblip\\bin${png.length} ${png.toString('latin1')}}}`,
  );
  expect(inner).toEqual([
    ['嵌入对象', 64],
    ['图片.png', 56],
  ]);
  expect(traits).toContainEqual({ kind: 'embedded', where: '嵌入对象' });
});

test.each([
  ['deep groups', '{'.repeat(300_000)],
  ['groups closed too often', '}'.repeat(300_000)],
  ['words without end', '\\a'.repeat(300_000)],
  ['binary data beyond the file', '\\bin2147483647 '],
  ['a colour table without end', `{\\colortbl${';'.repeat(300_000)}}`],
  ['a number of eight million digits', `{\\*\\data ${'0'.repeat(8_000_000)}}`],
  ['a size of eight million digits', `{\\sp{\\sn x}{\\sv ${'0;'.repeat(4_000_000)}}}`],
  ['paragraphs in cells', `\\intbl ${'x\\par'.repeat(100_000)}`],
])('hostile: %s', async (_, part) => {
  const { told, traits } = await read(`{\\rtf1 ${part} end}`);
  expect(told.some((line) => line.includes('end')) || traits.length > 0).toBe(true);
});

test('anything at all', async () => {
  const parts = fc.constantFrom(
    '{',
    '}',
    '\\par ',
    "\\'bb",
    "\\'fa",
    '\\u26426?',
    '\\v',
    '\\v0 ',
    '{\\*\\x ',
    '{\\pict ',
    '\\cell',
    '\\row',
    'a',
    '\\',
    '\\bin3 abc',
    '\0',
    '\\uc9 ',
    '\\cf1',
    '{\\sp{\\sn a}{\\sv b}}',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(parts, { maxLength: 40 }), async (list) => {
      const { pieces } = await read(`{\\rtf1${list.join('')}`);
      for (const { text } of pieces) expect(text.trim()).not.toBe('');
    }),
    { numRuns: 500 },
  );
});
