import { expect, test } from 'vitest';
import type { Piece } from '../reading/piece.ts';
import { cutLong } from './cut.ts';

const pieceOf = (text: string, offsets: Piece['offsets'] = 7): Piece => ({
  text,
  where: '正文',
  kind: 'paragraph',
  isHidden: false,
  offsets,
});
const HAN = '山水'.repeat(100_000);

test('short lines stay together, however many they are', () => {
  const piece = pieceOf(`${'山水'.repeat(20_000)}\n`.repeat(20));
  expect(cutLong(piece)).toEqual([piece]);
});

test('every part of a long line stands where it says, and begins before the last one ends', () => {
  const parts = cutLong(pieceOf(HAN));
  const all = `${'x'.repeat(7)}${HAN}`;
  for (const { text, offsets } of parts) expect(all.slice(offsets as number).startsWith(text)).toBe(true);
  const starts = parts.map(({ offsets }) => offsets as number);
  const ends = parts.map(({ text, offsets }) => (offsets as number) + text.length);
  expect(ends.at(-1)).toBe(all.length);
  expect(starts.slice(1).map((start, at) => ends[at]! - start)).toEqual(starts.slice(1).map(() => 400));
  expect(Math.max(...parts.map(({ text }) => text.length))).toBeLessThan(53_000);
});

test('offsets of every unit are cut with the text', () => {
  const at = Array.from({ length: HAN.length + 1 }, (_, unit) => unit * 2);
  for (const { text, offsets } of cutLong(pieceOf(HAN, at))) {
    const units = offsets as readonly number[];
    expect(units).toHaveLength(text.length + 1);
    expect(units.at(-1)! - units[0]!).toBe(text.length * 2);
  }
});

test('a line is cut where a sentence ends, and lines around it are not touched', () => {
  const long = `${'山'.repeat(49_000)}。${'水'.repeat(20_000)}`;
  expect(cutLong(pieceOf(`上面\n${long}\n下面`)).map(({ text }) => text)).toEqual([
    '上面\n',
    `${'山'.repeat(49_000)}。`,
    `${long.slice(49_001 - 400)}\n`,
    '下面',
  ]);
});
