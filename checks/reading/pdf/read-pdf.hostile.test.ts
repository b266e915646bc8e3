import { expect, test } from 'vitest';
import { Budget } from '../budget.ts';
import type { Reading } from '../piece.ts';
import { readPdf } from './read-pdf.ts';
import { HOSTILE } from './testing/hostile-pdfs.ts';
import { show, toSimplePdf } from './testing/simple-pdf.ts';

function read(bytes: Uint8Array): Promise<Reading> {
  const readInner = async () => ({ format: 'text', pieces: [], traits: [] });
  return readPdf({ name: '文件.pdf', bytes, within: '', level: 0, budget: new Budget(), readInner });
}

/** Traits that say what was not read; none where everything there is was read. */
const SAID: Record<string, string[]> = {
  'page tree that holds itself': ['corrupt'],
  'dictionaries nested 50,000 deep': ['corrupt'],
  'forms that double 30 times': ['cut'],
  'picture of 60,000 × 60,000 without data': ['scanned', 'unseen'],
  'two million characters': ['hidden-text', 'cut'],
};

/** It is blank, so nothing is lost when the memory of the machine happens to do for it. */
const MAY_FIT = 'content of 400 MB in two layers';

test.each(Object.keys(HOSTILE))('%s: ends, is told, and the next file is read', async (name) => {
  const reading = await read(HOSTILE[name]!());
  const said = reading.traits.map(({ kind }) => kind);
  if (name === MAY_FIT) expect([[], ['cut']]).toContainEqual(said);
  else expect(said).toEqual(SAID[name] ?? []);
  const next = await read(toSimplePdf([show('后面的文件', 100, 700)]));
  expect(next.pieces.map(({ text }) => text)).toEqual(['后面的文件']);
});

test('a file cut short is said to be broken, and what is left of it is read', async () => {
  const whole = toSimplePdf([show('第一页的字', 100, 700), show('第二页的字', 100, 700)]);
  const short = await read(whole.subarray(0, whole.length - 20));
  expect(short.traits).toContainEqual({ kind: 'corrupt', where: '文件' });
  expect(short.pieces.map(({ text }) => text)).toEqual(['第一页的字', '第二页的字']);
  expect((await read(whole.subarray(0, 1500))).traits).toEqual([{ kind: 'corrupt', where: '文件' }]);
});

test('what is no PDF at all is broken', async () => {
  expect((await read(Buffer.from('%PDF-1.4\nnothing'))).traits).toEqual([{ kind: 'corrupt', where: '文件' }]);
  expect((await read(Buffer.alloc(0))).traits).toEqual([{ kind: 'corrupt', where: '文件' }]);
});
