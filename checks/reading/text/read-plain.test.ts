import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Budget } from '../budget.ts';
import type { Reading } from '../piece.ts';
import { offsetAt } from './placed-text.ts';
import { readCsv } from './read-csv.ts';
import { readPlain } from './read-plain.ts';

const file = (name: string, content: string | Uint8Array, budget = new Budget()) => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  within: '',
  level: 0,
  budget,
  readInner: async (inner: string, bytes: Uint8Array): Promise<Reading> => ({
    format: 'inner',
    pieces: [{ text: new TextDecoder().decode(bytes), where: inner, kind: 'other', isHidden: false }],
    traits: [],
  }),
});

const GBK = Uint8Array.from([0xbb, 0xfa, 0xc3, 0xdc, 0x0d, 0x0a, 0x0d, 0x0a, 0xc4, 0xda, 0xb2, 0xbf]);
const UTF16 = Uint8Array.from([0x3a, 0x67, 0xc6, 0x5b, 0x0d, 0, 0x0a, 0, 0x0d, 0, 0x0a, 0, 0x85, 0x51, 0xe8, 0x90]);

test.each([
  ['UTF-8', new TextEncoder().encode('机密\r\n\r\n内部')],
  ['UTF-8 with its mark', new TextEncoder().encode('\ufeff机密\r\n\r\n内部')],
  ['GBK', GBK],
  ['UTF-16 without a mark', UTF16],
  ['UTF-16 with a mark', new Uint8Array([0xff, 0xfe, ...UTF16])],
  ['UTF-16, the other order', UTF16.map((_, i) => UTF16[i ^ 1]!)],
  ['UTF-16 with a mark, the other order', new Uint8Array([0xfe, 0xff, ...UTF16.map((_, i) => UTF16[i ^ 1]!)])],
])('%s', async (_, bytes) => {
  const { pieces, traits, source } = await readPlain(file('a.txt', bytes));
  expect(pieces).toEqual([
    { text: '机密', where: '第1行', kind: 'paragraph', isHidden: false, offsets: 0 },
    { text: '内部', where: '第3行', kind: 'paragraph', isHidden: false, offsets: 6 },
  ]);
  expect(source).toBe('机密\r\n\r\n内部');
  expect(traits).toEqual([]);
});

test('a few words of GBK that are UTF-8 as well', async () => {
  // 矛盾 would be Greek letters and the like in UTF-8.
  const { pieces } = await readPlain(file('a.txt', Uint8Array.from([0xc3, 0xac, 0xb6, 0xdc, 0x0a])));
  expect(pieces[0]?.text).toBe('矛盾');
});

test('damaged and uncertain text is read as far as it goes, and said to be so', async () => {
  const broken = await readPlain(file('a.txt', new Uint8Array([...new TextEncoder().encode('机密文件'), 0xff, 0x20])));
  expect(broken.pieces[0]?.text).toContain('机密文件');
  expect(broken.traits).toEqual([{ kind: 'corrupt', where: '文字' }]);
  // 機密 in Big5.
  const other = await readPlain(file('a.txt', Uint8Array.from([0xbe, 0xf7, 0xb1, 0x4b, 0xa4, 0xe5, 0xa5, 0xf3])));
  expect(other.traits).toEqual([{ kind: 'unknown', where: '文字', format: '文字编码' }]);
});

test('a piece stands where its offsets say, whatever the line ends', async () => {
  const parts = fc.constantFrom('甲', ' ', '\n', '\r\n', '\r', '\t', '\\u4e59', '𠮷');
  await fc.assert(
    fc.asyncProperty(fc.array(parts, { maxLength: 40 }), fc.constantFrom('a.txt', 'a.ics', 'a.csv'), async (list, name) => {
      const text = list.join('');
      const { pieces, source = '' } = await (name === 'a.csv' ? readCsv : readPlain)(file(name, text));
      let found = '';
      for (const piece of pieces) {
        if (piece.kind !== 'other') found += piece.text;
        for (let i = 0; i < piece.text.length; i++)
          if (/[甲\ud842\udfb7]/u.test(piece.text[i]!)) expect(source[offsetAt(piece.offsets!, i)]).toBe(piece.text[i]);
        const line = source.slice(0, offsetAt(piece.offsets!, 0)).match(/\r\n?|\n/gu)?.length ?? 0;
        if (name === 'a.txt') expect(piece.where).toBe(`第${line + 1}行`);
      }
      expect(found.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
    }),
    { numRuns: 500 },
  );
});

test('escapes of JSON are read too', async () => {
  const { pieces } = await readPlain(file('a.json', '{"密级": "\\u673a\\u5bc6"}'));
  expect(pieces.map(({ text, offsets }) => [text, offsetAt(offsets!, 8)])).toEqual([
    ['{"密级": "\\u673a\\u5bc6"}', 8],
    ['{"密级": "机密"}', 8],
  ]);
});

test('XML: text, attributes, comments and declarations; entities never grow', async () => {
  const xml = `<!DOCTYPE a [<!ENTITY l0 "秘">${Array.from({ length: 20 }, (_, i) => `<!ENTITY l${i + 1} "&l${i};&l${i};">`).join('')}]>
<a b="甲&#x4e59;"><!--丙-->丁<b>戊&amp;</b><![CDATA[己<]]>&l20;</a>`;
  const { pieces, format } = await readPlain(file('a.xml', xml));
  expect(format).toBe('xml');
  const words = pieces.filter(({ where }) => where === '第2行').map(({ text, kind }) => [text, kind]);
  expect(words).toEqual([
    ['甲乙', 'other'],
    ['丙', 'remark'],
    ['丁', 'paragraph'],
    ['戊&', 'paragraph'],
    ['己<', 'paragraph'],
    ['&l20;', 'paragraph'],
  ]);
  expect(pieces.some(({ text }) => text.includes('"秘"'))).toBe(true);
});

test('calendars: folded lines are one again', async () => {
  const { pieces } = await readPlain(file('a.ics', 'BEGIN:VEVENT\r\nSUMMARY:机\r\n 密会议\r\nEND:VEVENT'));
  expect(pieces.at(-1)).toMatchObject({ text: 'SUMMARY:机密会议', where: '第2行', kind: 'other' });
});

test('mail: headers, bodies and attachments are decoded', async () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const mail = [
    `Subject: =?utf-8?B?${base64('绝密题目')}?=`,
    `From: =?gbk?Q?=BB=FA=C3=DC?= <a@example.com>`,
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '甲一',
    '--b',
    'Content-Type: text/plain; charset=gbk',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '=C4=DA=B2=BF',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64('<p style="display:none">乙二'),
    '--b',
    'Content-Type: application/octet-stream; name="a.bin"',
    'Content-Disposition: attachment; filename="a.bin"',
    'Content-Transfer-Encoding: base64',
    '',
    base64('丙三'),
    '--b--',
    '丁四',
  ].join('\r\n');
  const { pieces, traits, format } = await readPlain(file('a.eml', mail));
  expect(format).toBe('eml');
  const words = pieces.map(({ text, where }) => `${where}：${text}`).join('\n');
  for (const word of ['邮件头 Subject：绝密题目', '邮件头 From：机密', '甲一', '邮件正文：内部', '邮件正文：乙二', 'a.bin：丙三', '丁四'])
    expect(words).toContain(word);
  expect(traits).toContainEqual({ kind: 'embedded', where: '邮件' });
});

test.each([
  ['comma', 'a,b\n1,2', ','],
  ['semicolon', 'a;b\n1;2', ';'],
  ['tab', 'a\tb\n1\t2', '\t'],
])('csv: %s', async (_, text) => {
  const { pieces } = await readCsv(file('a.csv', text));
  expect(pieces.map((piece) => [piece.text, piece.where, piece.offsets])).toEqual([
    ['a', '第1行第1列', 0],
    ['b', '第1行第2列', 2],
    ['1', '第2行第1列', 4],
    ['2', '第2行第2列', 6],
  ]);
});

test('csv: quotes, breaks in cells, ragged rows, formulas, a quote that never ends', async () => {
  const { pieces } = await readCsv(file('a.csv', '"姓名, 全",身份证\r\n"甲""乙\r\n丙"丁,="990101"\r\n\r\n1,2,3\r\n"开,4'));
  expect(pieces.map(({ text, cell, offsets }) => [text, cell?.row, cell?.column, offsetAt(offsets!, 0)])).toEqual([
    ['姓名, 全', 0, 0, 1],
    ['身份证', 0, 1, 8],
    ['甲"乙\n丙丁', 1, 0, 14],
    ['="990101"', 1, 1, 24],
    ['1', 3, 0, 37],
    ['2', 3, 1, 39],
    ['3', 3, 2, 41],
    ['"开', 4, 0, 44],
    ['4', 4, 1, 47],
  ]);
});

test('csv: what was written is read', async () => {
  const rows = fc.array(
    fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', ' ', '\n', '甲'), maxLength: 5 }), { minLength: 2, maxLength: 4 }),
    { minLength: 1, maxLength: 5 },
  );
  await fc.assert(
    fc.asyncProperty(rows, async (table) => {
      const text = `sep=,\n${table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')}`;
      const { pieces } = await readCsv(file('a.csv', text));
      const written = table.flatMap((row, r) => row.map((cell, c) => [cell, r + 1, c] as const)).filter(([cell]) => cell.trim() !== '');
      expect(pieces.slice(1).map(({ text: cell, cell: at }) => [cell, at?.row, at?.column])).toEqual(written);
    }),
  );
});

test.each([
  ['one long line', 'a.csv', '甲,'.repeat(300_000)],
  ['quotes', 'a.csv', '"a,'.repeat(1_000_000)],
  ['open comments', 'a.xml', '<!--'.repeat(1_000_000)],
  ['blank space', 'a.txt', ' \n'.repeat(2_000_000)],
  ['open tags', 'a.xml', `<a b='${'="'.repeat(1_000_000)}`],
  ['folds', 'a.ics', '\n '.repeat(500_000)],
  ['parts in parts', 'a.eml', 'Content-Type: multipart/mixed; boundary=b\n\n--b\n'.repeat(20_000)],
])('hostile: %s', async (_, name, text) => {
  const budget = new Budget({ pieces: 200_000 });
  const { pieces } = await (name === 'a.csv' ? readCsv : readPlain)(file(name, `${text}\n\n末一`, budget));
  expect(pieces.some((piece) => piece.text.includes('末一'))).toBe(true);
});
