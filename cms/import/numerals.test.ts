import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatNumber } from './docx/number-format.ts';
import { toChinese, toNumber } from './numerals.ts';

test.each([
  ['一', 1],
  ['十', 10],
  ['十一', 11],
  ['二十', 20],
  ['三十五', 35],
  ['一百', 100],
  ['一百零二', 102],
  ['一百一十', 110],
  ['二〇一八', 2018],
  ['二00四', 2004],
  ['12', 12],
  ['', Number.NaN],
  ['甲', Number.NaN],
])('%s is %d', (text, value) => {
  expect(toNumber(text)).toBe(value);
});

test('a number written in Chinese reads back as itself', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (value) => toNumber(toChinese(value)) === value));
});

test.each([
  ['chineseCountingThousand', 35, '三十五'],
  ['ideographDigital', 20, '二〇'],
  ['chineseLegalSimplified', 10, '壹拾'],
  ['decimalEnclosedCircleChinese', 3, '③'],
  ['decimalEnclosedCircle', 21, '21'],
  ['ideographTraditional', 2, '乙'],
  ['upperLetter', 28, 'BB'],
  ['lowerRoman', 14, 'xiv'],
  ['decimalFullWidth', 12, '１２'],
  ['none', 4, ''],
  ['hebrew1', 4, undefined],
])('%s of %d is %s', (format, value, shown) => {
  expect(formatNumber(value, format)).toBe(shown);
});
