import { expect, test } from 'vitest';
import { toSizeName, toSizes } from './sizes.ts';

test.each([
  ['1k,10k,50k', [1000, 10_000, 50_000]],
  ['100', [100]],
  [' 2k , 30 ', [2000, 30]],
  ['', undefined],
  ['0', undefined],
  ['1m', undefined],
  ['1k,', undefined],
  ['-5', undefined],
])('%s', (text, sizes) => expect(toSizes(text)).toEqual(sizes));

test.each([
  [1000, '1k'],
  [50_000, '50k'],
  [1500, '1500'],
])('%i', (size, name) => expect(toSizeName(size)).toBe(name));
