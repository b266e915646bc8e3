import { expect, test } from 'vitest';
import { toText } from '../text.ts';
import { widen } from './widths.ts';

test.each([
  ['本县建设,提高水平.', '本县建设，提高水平.', 1],
  ['(一)符合规划;', '（一）符合规划；', 3],
  ['县信息办(以下简称(甲)办):', '县信息办（以下简称（甲）办）：', 5],
  ['“谁上网,谁负责”,严禁', '“谁上网，谁负责”，严禁', 2],
  ['共1,000元,IP:10', '共1,000元,IP:10', 0],
  ['按9:30开会', '按9:30开会', 0],
  ['字母(RSA)算法', '字母(RSA)算法', 0],
  ['好不好?好!', '好不好？好！', 2],
])('%s → %s', (text, widened, changed) => {
  const result = widen(toText(text, 0));
  expect([result.text.value, result.changed]).toEqual([widened, changed]);
});

test('a mark between Chinese and digits is left, and its place is told', () => {
  expect(widen(toText('共12,其中3', 0)).doubtful).toEqual([3]);
});
