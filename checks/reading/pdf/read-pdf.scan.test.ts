import { expect, test } from 'vitest';
import { Budget } from '../budget.ts';
import type { Reading } from '../piece.ts';
import { readPdf } from './read-pdf.ts';
import { type ScanKind, toScan } from './testing/scan.ts';

function read(bytes: Uint8Array, budget = new Budget()): Promise<Reading> {
  return readPdf({
    name: '扫描件.pdf',
    bytes,
    within: '',
    level: 0,
    budget,
    readInner: async () => ({ format: 'text', pieces: [], traits: [] }),
  });
}

const LINES = ['机密★1年', '清岚县人民政府文件', '号码990101199003070012'];

test.each<ScanKind>(['jpeg', 'strips', 'mask'])('a scan packed as %s is read', async (kind) => {
  const { pieces, traits } = await read(await toScan(LINES, kind));
  expect(pieces).toEqual(LINES.map((text) => ({ text, where: '第1页图片', kind: 'ocr', isHidden: false })));
  expect(traits).toEqual([{ kind: 'scanned', where: '第1页' }]);
});

test('more pages than the budget allows are said to be left', async () => {
  const { pieces, traits } = await read(await toScan(LINES, 'jpeg', 3), new Budget({ pictures: 1 }));
  expect(new Set(pieces.map(({ where }) => where))).toEqual(new Set(['第1页图片']));
  expect(traits).toEqual([
    { kind: 'scanned', where: '第1页至第3页' },
    { kind: 'cut', where: '图片', what: '只识别了前1页图片，共3页' },
  ]);
});
