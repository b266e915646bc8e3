import { expect, test } from 'vitest';
import { readFile } from '../read.ts';
import { wholePresentation } from './testing/whole-presentation.ts';

test('a presentation tells every place where words can be', async () => {
  const { format, pieces, traits } = await readFile('汇报.pptx', wholePresentation);
  expect(format).toBe('pptx');
  const found = pieces.map(({ text, where, kind, isHidden }) => [text, where, kind, isHidden]);
  for (const place of [
    ['标题的话', '第1张幻灯片', 'heading', false],
    ['内容的话', '第1张幻灯片', 'paragraph', false],
    ['甲', '第1张幻灯片的表格1第1行第1列', 'cell', false],
    ['乙', '第1张幻灯片的表格1第1行第2列', 'cell', false],
    ['第二张的话', '第2张幻灯片（隐藏）', 'paragraph', true],
    ['没有列出的话', '幻灯片（未列出）', 'paragraph', true],
    ['备注的话', '第1张幻灯片的备注', 'note', true],
    ['母版的话', '幻灯片母版', 'shape', false],
    ['版式的话', '幻灯片版式', 'shape', false],
    ['批注的话', '第1张幻灯片的批注', 'remark', true],
    ['新式批注的话', '第1张幻灯片的批注', 'remark', true],
    ['某批注人', '批注的作者', 'property', true],
    ['智能图形的话', '第1张幻灯片的图形', 'shape', false],
    ['标记的值', '文件内部数据（ppt/tags/tag1.xml）', 'other', true],
    ['http://video.example/影片', '第1张幻灯片的链接', 'link', true],
  ])
    expect(found).toContainEqual(place);
  expect(traits.map(({ kind, where }) => `${kind} ${where}`).sort()).toEqual([
    'author 批注的作者',
    'hidden-slide 第2张幻灯片（隐藏）',
    'remarks 第1张幻灯片',
  ]);
});
