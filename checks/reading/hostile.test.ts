import { expect, test, vi } from 'vitest';
import { hiddenLinks } from '../rules/links/hidden/hidden-links.ts';
import { pack } from './archive/testing/pack.ts';
import { Budget } from './budget.ts';
import { member } from './fuzz-seeds/tar.ts';
import { readProperties } from './image/image-properties.ts';
import { makePackage } from './ooxml/testing/make-package.ts';
import { makeWord, p, r, wordPart } from './ooxml/testing/make-word.ts';
import { cells, makeWorkbook } from './ooxml/testing/make-workbook.ts';
import { wholeWord } from './ooxml/testing/whole-word.ts';
import { readFile } from './read.ts';

const traitsOf = async (name: string, bytes: Uint8Array, budget = new Budget()) =>
  (await readFile(name, bytes, budget)).traits.map(({ kind, where }) => `${kind} ${where}`);
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1_000_000);

test('a member that unpacks to far more than it says is cut at the budget', async () => {
  const budget = new Budget({ bytes: 5_000_000 });
  const bomb = pack([
    { name: 'a.txt', bytes: zeros(100), claimed: 10 },
    { name: 'b.txt', bytes: Buffer.from('后面') },
  ]);
  expect(await traitsOf('包.zip', bomb, budget)).toContain('cut 压缩包中的“a.txt”');
  expect(budget.bytes).toBeGreaterThanOrEqual(0);
});

test('members that claim to be large get no room for it before they are', async () => {
  const broken = { method: 8, isStored: true, claimed: 290_000_000, bytes: Buffer.from('没有压缩过') };
  const bytes = pack(Array.from({ length: 200 }, (_, at) => ({ ...broken, name: `${at}.txt` })));
  const allotted = vi.spyOn(Buffer, 'allocUnsafeSlow');
  expect(await traitsOf('包.zip', bytes)).toHaveLength(200);
  const most = Math.max(...allotted.mock.calls.map(([size]) => size));
  expect(most).toBeLessThan(1_000_000);
});

test('archives that hold themselves many times over end with the budget', async () => {
  let bytes: Uint8Array = pack([{ name: '0.txt', bytes: zeros(4) }]);
  for (let level = 0; level < 4; level++) bytes = pack(Array.from({ length: 16 }, (_, at) => ({ name: `${at}.zip`, bytes })));
  const budget = new Budget({ bytes: 20_000_000, parts: 500 });
  const traits = await traitsOf('包.zip', bytes, budget);
  expect(traits.some((trait) => trait.startsWith('cut'))).toBe(true);
  expect(budget.bytes).toBeGreaterThanOrEqual(0);
  expect(budget.parts).toBeGreaterThanOrEqual(0);
});

test('archives deeper than the budget allows are a trait where it stops', async () => {
  let bytes: Uint8Array = Buffer.from('底');
  let name = '底.txt';
  for (const outer of ['4.zip', '3.zip', '2.zip', '1.zip']) {
    bytes = pack([{ name, bytes }]);
    name = outer;
  }
  expect(await traitsOf('0.zip', bytes, new Budget({ depth: 2 }))).toEqual(['cut 压缩包中的“2.zip”中的“3.zip”中的“4.zip”']);
  expect(await traitsOf('0.zip', bytes, new Budget({ depth: 4 }))).toEqual([]);
});

test('a hundred thousand members are listed as far as the budget goes', async () => {
  const bytes = pack(Array.from({ length: 100_000 }, (_, at) => ({ name: `${at}.txt`, bytes: Buffer.from('x'), isStored: true })));
  const { pieces, traits } = await readFile('包.zip', bytes, new Budget({ parts: 1000 }));
  expect(traits).toEqual([{ kind: 'cut', where: '文件', what: '里面的文件太多或太大，后面的没有检查' }]);
  expect(pieces.filter(({ kind }) => kind === 'name')).toHaveLength(1001);
});

test('more cells than the budget has are a trait', async () => {
  const sheet = makeWorkbook([
    { name: '表', inner: cells(Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`A${at + 1}`, '话']))) },
  ]);
  const { pieces, traits } = await readFile('表.xlsx', sheet, new Budget({ pieces: 100 }));
  expect(pieces).toHaveLength(100);
  expect(traits.map(({ kind }) => kind)).toEqual(['cut']);
});

test('parts that lead to each other in a circle are read once', async () => {
  const bytes = makePackage(
    {
      'ppt/notesSlides/a.xml': '<p:notes xmlns:p="urn:p" xmlns:a="urn:a"><a:p><a:r><a:t>圈里的话</a:t></a:r></a:p></p:notes>',
      'ppt/b.xml': '<x/>',
    },
    {
      'ppt/notesSlides/a.xml': [['slide', '../b.xml']],
      'ppt/b.xml': [
        ['notesSlide', 'notesSlides/a.xml'],
        ['slide', 'b.xml'],
      ],
    },
  );
  const { pieces } = await readFile('a.pptx', bytes);
  expect(pieces.filter(({ text }) => text === '圈里的话')).toHaveLength(1);
});

test.each(['<w:p>', '<w:tbl><w:tr><w:tc>', '<mc:AlternateContent><mc:Fallback>'])(
  'XML nested a hundred thousand deep with %s gives its words',
  async (tags) => {
    const bytes = makeWord(`${tags.repeat(100_000)}<w:t>很深的话</w:t>`);
    const { pieces, traits } = await readFile('a.docx', bytes);
    expect(pieces.map(({ text }) => text)).toContain('很深的话');
    expect(traits.map(({ kind }) => kind)).toContain('corrupt');
  },
);

test('entities that a part declares are not carried out, and their text is read', async () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "实体里的话"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY c "${'&b;'.repeat(100)}">]><w:hdr xmlns:w="urn:w"><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:hdr>`;
  const { pieces } = await readFile('a.docx', makeWord(p(r('正文')), { 'word/header1.xml': bomb }));
  expect(pieces.some(({ text }) => text.includes('实体里的话'))).toBe(true);
  expect(pieces.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(5000);
});

test('words after a lone ampersand are not lost', async () => {
  const { pieces, traits } = await readFile(
    'a.docx',
    makeWord(p(r('正文')), { 'word/header1.xml': wordPart('hdr', p(r('研发 & 检验')) + p(r('后面的话'))) }),
  );
  expect(pieces.map(({ text }) => text)).toContain('后面的话');
  expect(traits).toEqual([{ kind: 'corrupt', where: '文件内部数据（word/header1.xml）' }]);
});

test('a document cut off anywhere is told to be broken and never taken for clean', async () => {
  for (let length = 4; length < wholeWord.length - 1; length += 97) {
    const traits = await traitsOf('a.docx', wholeWord.subarray(0, length));
    expect(traits.some((trait) => /^(?:corrupt|unknown|misnamed)/u.test(trait))).toBe(true);
  }
});

test('names that mean something to JavaScript are words like others', async () => {
  const bytes = makeWord(p(r('话'), '<w:pStyle w:val="__proto__"/>'), {
    'word/__proto__': '<constructor toString="怪值"/>',
    'word/styles.xml': wordPart('styles', '<w:style w:styleId="__proto__"/>'),
  });
  expect((await readFile('a.docx', bytes)).pieces.map(({ text }) => text)).toContain('怪值');
});

test.each<[string, () => unknown]>([
  ['digits in the long name of a tar member', () => readFile('a.tar', member('a', Buffer.from('1'.repeat(400_000)), 'x'))],
  ['letters in XMP', () => readProperties(Buffer.alloc(0), { xmp: Buffer.from(`<${'a'.repeat(400_000)}`) })],
  ['a fence of backticks before many lines', () => hiddenLinks(`${'`'.repeat(100_000)}\n${'x\n'.repeat(100_000)}`)],
])('%s cost no more than their length', async (_, read) => {
  const begun = performance.now();
  await read();
  expect(performance.now() - begun).toBeLessThan(3000);
});
