import { expect, test } from 'vitest';
import { readFile } from '../read.ts';
import { wholeOfd } from './testing/whole-ofd.ts';

test('an OFD document tells every place where words can be', async () => {
  const { format, pieces, traits } = await readFile('公文.ofd', wholeOfd);
  expect(format).toBe('ofd');
  const found = pieces.map(({ text, where, kind, isHidden }) => [text, where, kind, isHidden]);
  for (const place of [
    ['属性标题', '文件属性“标题”', 'property', true],
    ['密级：某级', '文件属性“密级”', 'property', true],
    ['上面一行', '第1页', 'paragraph', false],
    ['身份证号\t右栏', '第1页', 'paragraph', false],
    ['看不见的', '第1页的隐藏文字', 'paragraph', true],
    ['白字', '第1页的隐藏文字', 'paragraph', true],
    ['第二页的话', '第2页', 'paragraph', false],
    ['模板的话', '模板页', 'shape', false],
    ['说明的话', '第1页批注的说明', 'remark', true],
    ['批注的话', '第1页批注', 'remark', false],
    ['附件里的话', '附件“附表.txt”第1行', 'paragraph', false],
  ])
    expect(found).toContainEqual(place);
  expect(traits.map(({ kind, where }) => `${kind} ${where}`).sort()).toEqual([
    'author 文件属性“作者”',
    'embedded 附件',
    'hidden-text 第1页',
    'remarks 第1页批注',
  ]);
});
