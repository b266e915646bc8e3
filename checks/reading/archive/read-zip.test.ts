import { expect, test } from 'vitest';
import { makeWord, p, r } from '../ooxml/testing/make-word.ts';
import { cells, makeWorkbook } from '../ooxml/testing/make-workbook.ts';
import { readFile } from '../read.ts';
import { pack } from './testing/pack.ts';

const text = (words: string) => Buffer.from(words);
const read = async (bytes: Uint8Array, name = '包.zip') => {
  const { format, pieces, traits } = await readFile(name, bytes);
  return {
    format,
    texts: pieces.map(({ text, where }) => `${where} ${text}`),
    traits: traits.map(({ kind, where }) => `${kind} ${where}`),
    pieces,
  };
};

test('files in archives in archives are told from outside', async () => {
  const book = makeWorkbook([{ name: '底表', inner: cells({ B3: '表里的话' }) }]);
  const word = makeWord(p(r('文里的话')), { 'word/embeddings/名单.xlsx': book }, [['package', 'embeddings/名单.xlsx']]);
  const inner = pack([
    { name: '名单.xlsx', bytes: book },
    { name: '通知.docx', bytes: word },
  ]);
  const { texts } = await read(
    pack([
      { name: '内/里.zip', bytes: inner },
      { name: '名单.xlsx', bytes: book },
    ]),
  );
  expect(texts).toContain('压缩包中的“名单.xlsx”工作表“底表”B3 表里的话');
  expect(texts).toContain('压缩包中的“内/里.zip”中的“名单.xlsx”工作表“底表”B3 表里的话');
  expect(texts).toContain('压缩包中的“内/里.zip”中的“通知.docx”正文第1段 文里的话');
  expect(texts).toContain('压缩包中的“内/里.zip”中的“通知.docx”中嵌入的“名单.xlsx”工作表“底表”B3 表里的话');
  expect(texts).toContain('压缩包中的“内/里.zip”中的“通知.docx”中嵌入的“名单.xlsx”的名称 名单.xlsx');
});

test('names in GBK without the UTF-8 flag are read', async () => {
  const name = Buffer.from('c3fbb5a52e747874', 'hex');
  expect((await read(pack([{ name, bytes: text('话') }]))).texts).toContain('压缩包中的“名单.txt”的名称 名单.txt');
});

test('of two members with one name both are read', async () => {
  const { texts } = await read(
    pack([
      { name: 'a.txt', bytes: text('前一个') },
      { name: 'a.txt', bytes: text('后一个') },
    ]),
  );
  expect(texts).toContain('压缩包中的“a.txt”第1行 前一个');
  expect(texts).toContain('压缩包中的“a.txt”第1行 后一个');
});

test.each([false, true])('a member that the directory leaves out is read (sizes after the data: %s)', async (hasDescriptor) => {
  const { pieces } = await read(
    pack([
      { name: 'a.txt', bytes: text('列出的') },
      { name: 'b.txt', bytes: text('没有列出的话没有列出的话'), isUnlisted: true, hasDescriptor },
      { name: 'c.txt', bytes: text('尾') },
    ]),
  );
  expect(pieces.find(({ text }) => text === '没有列出的话没有列出的话')).toMatchObject({
    where: '压缩包中的“b.txt（未列出）”第1行',
    isHidden: true,
  });
});

test('sizes after the data and sizes in the zip64 field are understood', async () => {
  const { texts, traits } = await read(
    pack([
      { name: 'a.txt', bytes: text('流式'), hasDescriptor: true },
      { name: 'b.txt', bytes: text('大包'), isWide: true },
    ]),
  );
  expect(texts).toContain('压缩包中的“a.txt”第1行 流式');
  expect(texts).toContain('压缩包中的“b.txt”第1行 大包');
  expect(traits).toEqual([]);
});

test('words before the archive, after it and in its comment are read', async () => {
  const archive = pack([{ name: 'a.txt', bytes: text('里面') }], '包的注释');
  const before = Buffer.concat([text('包前面的话\n'), archive]);
  const { format, texts } = await read(before, '包.zip');
  expect(format).toBe('zip');
  expect(texts.some((words) => words.endsWith('包前面的话'))).toBe(true);
  expect(texts.some((words) => words.endsWith('第1行 里面'))).toBe(true);
  expect((await read(archive)).texts).toContain('压缩包注释 包的注释');
  const after = Buffer.concat([pack([{ name: 'a.txt', bytes: text('里面') }]), text('包后面的话')]);
  expect((await read(after)).texts.some((words) => words.endsWith('包后面的话'))).toBe(true);
});

test('an encrypted member is a trait and shows its name', async () => {
  const { texts, traits } = await read(pack([{ name: '机要.docx', bytes: text('x'), flags: 1 }]));
  expect(traits).toEqual(['encrypted 压缩包中的“机要.docx”']);
  expect(texts).toContain('压缩包中的“机要.docx” 机要.docx');
});

test('a member packed in a way nobody here unpacks is a trait', async () => {
  expect((await read(pack([{ name: 'a.txt', bytes: text('x'), method: 14 }]))).traits).toEqual(['unknown 压缩包中的“a.txt”']);
});

test('a cut archive gives what is left of it', async () => {
  const whole = pack([
    { name: 'a.txt', bytes: text('还在的话'), isStored: true },
    { name: 'b.txt', bytes: Buffer.alloc(5000, 'xyz\n') },
  ]);
  const { texts, traits } = await read(whole.subarray(0, whole.length - 90));
  expect(texts.some((words) => words.endsWith('还在的话'))).toBe(true);
  expect(traits).toContain('corrupt 文件');
});

test('a directory that points past the end is told to be broken, and the rest is read', async () => {
  const bytes = pack([
    { name: 'a.txt', bytes: text('还在的话'), isStored: true },
    { name: 'b.txt', bytes: text('也在的话'), isStored: true },
  ]);
  const start = bytes.readUInt32LE(bytes.length - 6);
  bytes.writeUInt32LE(0x7fffffff, start + 42);
  const { texts, traits } = await read(bytes);
  expect(texts.some((words) => words.endsWith('还在的话'))).toBe(true);
  expect(texts).toContain('压缩包中的“b.txt”第1行 也在的话');
  expect(traits).toContain('corrupt 文件');
});

test('names that lead out of the folder stay words', async () => {
  const { texts } = await read(pack([{ name: '../../etc/passwd.txt', bytes: text('话') }]));
  expect(texts).toContain('压缩包中的“../../etc/passwd.txt”第1行 话');
});

test('a kind that nobody opens is a trait, at every depth', async () => {
  const seven = Buffer.from('377abcaf271c00040000', 'hex');
  expect((await read(seven, 'a.7z')).traits).toEqual(['unknown 文件']);
  expect((await read(pack([{ name: 'a.7z', bytes: seven }]))).traits).toEqual(['unknown 压缩包中的“a.7z”文件']);
});
