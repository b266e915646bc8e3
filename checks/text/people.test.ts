import { expect, test } from 'vitest';
import { isWord } from './dictionary.ts';
import { endsInName, isName, isPlainlyName, namesIn, namesStrung } from './people.ts';
import { peopleIn } from './people-in.ts';

test('words that begin like names are told from names', () => {
  for (const word of ['家庭', '高龄', '毕业生', '相关', '应当', '周边', '林业', '张贴']) expect(isWord(word), word).toBe(true);
  for (const name of ['王小明', '胡志强', '李子轩', '周一鸣', '高明', '文静', '张伟', '臧桂英']) expect(isWord(name), name).toBe(false);
});

test('a word that can be a name is one in a column of names only', () => {
  expect(isName('高兴')).toBe(true);
  expect(isPlainlyName('高龄')).toBe(false);
  expect(isName('白血病')).toBe(false);
});

test('a name is found at the end of what stands before a number, and in front of what is said of a person', () => {
  expect(endsInName('大湾村胡志强，电话')).toBe(true);
  expect(endsInName('咨询时间')).toBe(false);
  expect(namesIn('受害人王小明，男，45岁')).toEqual([6]);
  expect(namesIn('第五条，男女平等')).toEqual([]);
});

test.each([
  ['拟将王小明、李大山、张小花等3户纳入低保', 3],
  ['将王小明、李大山纳入', 0],
  ['清泉镇、河口镇、石桥镇的低保', 0],
  ['滨江苑和松坪、石桥、白岩三个镇的低保', 0],
])('%s', (text, names) => {
  expect(namesStrung(text)).toBe(names);
});

test.each([
  ['3床仝丹，重症肺炎；7床吉招娣，好转', ['仝丹', '吉招娣']],
  ['那户郜有田先后做了两次手术', ['郜有田']],
  ['图为截肢的全守山试坐轮椅', ['全守山']],
  ['云溪老街保护更新，从春天开始，全县共有81万元', []],
])('people in %s', (text, names) => {
  expect(peopleIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(names);
});
