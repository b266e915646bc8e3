import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixture, readFixture, streamOf, utf16, withStreams } from './testing/ole-files.ts';

const FILES = ['all.doc', 'all.xls', 'all.ppt', 'excel-95-gbk.xls'];

test.each(FILES)('%s cut anywhere', async (name) => {
  const bytes = fixture(name);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 8, max: bytes.length - 1 }), async (length) => {
      const { pieces, traits } = await readFixture(bytes.slice(0, length));
      expect(pieces.length + traits.length).toBeGreaterThan(0);
    }),
    { numRuns: 40 },
  );
});

test.each(FILES)('%s with some bytes wrong', async (name) => {
  const bytes = fixture(name);
  const changes = fc.array(fc.tuple(fc.integer({ min: 8, max: bytes.length - 1 }), fc.constantFrom(0, 1, 0x7f, 0x80, 0xfe, 0xff)), {
    minLength: 1,
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(changes, async (list) => {
      const copy = bytes.slice();
      for (const [at, byte] of list) copy[at] = byte;
      await readFixture(copy);
    }),
    { numRuns: 60 },
  );
});

test.each(FILES)('%s with chains of sectors that run in circles', async (name) => {
  const bytes = fixture(name);
  const view = new DataView(bytes.buffer);
  const fat = 512 * (view.getInt32(76, true) + 1);
  for (let i = 0; i < 128; i++) {
    const copy = bytes.slice();
    const other = new DataView(copy.buffer);
    if (fat + i * 4 + 4 > copy.length || other.getInt32(fat + i * 4, true) === -1) continue;
    other.setInt32(fat + i * 4, Math.max(0, i - 1), true);
    await readFixture(copy);
  }
});

test('sizes beyond the file', async () => {
  const doc = streamOf(fixture('all.doc'), 'WordDocument');
  const view = new DataView(doc.buffer);
  for (const at of [0x4c, 0x50, 0x54, 0x5c, 0xfe, 0x106, 0xf6, 0x1a6, 0x22e]) view.setUint32(at, 0x7fffffff, true);
  const reading = await readFixture(withStreams(fixture('all.doc'), { '/WordDocument': doc }));
  expect(reading.pieces.some(({ text }) => text.includes('标题位'))).toBe(true);
});

test('a directory of records without length, a hundred thousand times', async () => {
  const deep = new Uint8Array(800_000);
  for (let i = 0; i < deep.length; i += 8) deep.set([0x0f, 0, 0xe8, 3, 0xff, 0xff, 0xff, 0x7f], i);
  const reading = await readFixture(withStreams(fixture('all.ppt'), { '/PowerPoint Document': deep }), 'a.ppt');
  expect(reading.format).toBe('ppt');
});

test('a stream of nothing but chance', async () => {
  let seed = 1;
  const noise = Uint8Array.from({ length: 500_000 }, () => (seed = (seed * 48271) % 2147483647) & 0xff);
  const marked = Buffer.concat([noise, utf16('\u0001绝密文件正文\u0001'), noise]);
  const reading = await readFixture(withStreams(fixture('all.doc'), { '/Pictures': new Uint8Array(marked) }));
  expect(reading.pieces.some(({ text }) => text.includes('绝密文件正文'))).toBe(true);
});

const record = (type: number, bytes: readonly number[]) => [type & 0xff, type >> 8, bytes.length & 0xff, bytes.length >> 8, ...bytes];
const zeros = (count: number) => new Array<number>(count).fill(0);

test.each([
  ['before Excel 97 in a record without its length', 2, record(0x06, zeros(15))],
  ['before Excel 97 that ends in a text without its length', 2, record(0x06, [...zeros(16), 1, 0x17])],
  ['of Excel 4 in a record without its length', 4, record(0x406, zeros(16))],
  ['of Excel 4 that ends in a text without its length', 4, record(0x406, [...zeros(16), 1, 0, 0x17])],
])('a formula %s is no reason to read for ever', async (_, version, formula) => {
  const bytes = new Uint8Array([...record(0x009 | (version << 8), [version, 0, 0x10, 0, 0, 0]), ...formula, ...record(0x0a, [])]);
  const { format } = await readFixture(bytes);
  expect(format).toBe('xls');
});
