import { expect, test } from 'vitest';
import { readFile } from '../read.ts';
import { makeOdf, slides, spreadsheet, textDocument } from './testing/make-odf.ts';

const placesOf = async (name: string, bytes: Uint8Array) => {
  const { format, pieces, traits } = await readFile(name, bytes);
  return {
    format,
    pieces,
    found: pieces.map(({ text, where, kind, isHidden }) => [text, where, kind, isHidden]),
    traits: traits.map(({ kind, where }) => `${kind} ${where}`).sort(),
  };
};

test('a text document tells every place where words can be', async () => {
  const { format, found, traits } = await placesOf('文.odt', textDocument);
  expect(format).toBe('odt');
  for (const place of [
    ['删去的话', '修订前文字', 'deleted', true],
    ['标题的话', '正文第1段', 'heading', false],
    ['脚注的话', '脚注', 'note', false],
    ['批注的话', '批注', 'remark', true],
    ['有注的话', '正文第2段', 'paragraph', false],
    ['露出', '正文第3段', 'paragraph', false],
    ['隐藏', '正文第3段的隐藏文字', 'paragraph', true],
    ['框里的话', '文本框', 'shape', false],
    ['替代的话', '正文第4段的图片替代文字', 'alt', true],
    ['http://oa.example/目标', '正文第4段的链接', 'link', true],
    ['格一\n格二', '表格1第1行第3列', 'cell', false],
    ['页眉的话', '页眉', 'margin', false],
    ['属性标题', '文件属性“标题”', 'property', true],
    ['密级：某级', '文件属性“密级”', 'property', true],
  ])
    expect(found).toContainEqual(place);
  expect(traits).toEqual([
    'author 修订和批注的作者',
    'author 文件属性“作者”',
    'hidden-text 正文第3段',
    'remarks 正文',
    'tracked-changes 正文',
  ]);
});

test('a spreadsheet tells cells by reference, hidden ones too', async () => {
  const { format, found, pieces, traits } = await placesOf('表.ods', spreadsheet);
  expect(format).toBe('ods');
  for (const place of [
    ['9.9E+17', '工作表“名单”A4', 'cell', false],
    ['990101199001010000', '工作表“名单”A4的值', 'other', true],
    ['隐藏列', '工作表“名单”B4（隐藏列）', 'cell', true],
    ['隐藏行', '工作表“名单”A5（隐藏行）', 'cell', true],
    ['隐藏表', '工作表“底表”（隐藏）A1', 'cell', true],
  ])
    expect(found).toContainEqual(place);
  expect(pieces.find(({ text }) => text === '隐藏列')?.cell).toEqual({ table: 0, row: 3, column: 1 });
  expect(traits).toContain('hidden-sheet 工作表“底表”（隐藏）');
});

test('slides are numbered, with notes', async () => {
  const { format, pieces } = await placesOf('稿.odp', slides);
  expect(format).toBe('odp');
  expect(pieces.filter(({ where }) => /幻灯片/u.test(where)).map(({ text, where, isHidden }) => [text, where, isHidden])).toEqual([
    ['第一张', '第1张幻灯片', false],
    ['备注的话', '第1张幻灯片的备注的文本框', true],
    ['第二张', '第2张幻灯片（隐藏）', true],
  ]);
});

test('a document under a password is a trait', async () => {
  const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
  const { traits } = await placesOf(
    '文.odt',
    makeOdf('text', '', { manifest, others: { 'Pictures/a.png': new Uint8Array([1, 2, 3, 4]) } }),
  );
  expect(traits).toContain('encrypted 文件');
  expect(traits.filter((trait) => trait.startsWith('unknown'))).toEqual([]);
});
