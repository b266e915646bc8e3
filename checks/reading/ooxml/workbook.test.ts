import { expect, test } from 'vitest';
import { readFile } from '../read.ts';
import { wholeWorkbook } from './testing/whole-workbook.ts';

const PLACES: [text: string, where: string, kind: string, isHidden: boolean][] = [
  ['普通的话', '工作表“名单”A1', 'cell', false],
  ['丰富文本', '工作表“名单”B1', 'cell', false],
  ['拼音的话', '文件内部数据（xl/sharedStrings.xml）', 'other', true],
  ['隐藏列的话', '工作表“名单”D1（隐藏列）', 'cell', true],
  ['隐藏行的话', '工作表“名单”A2（隐藏行）', 'cell', true],
  ['公式的值', '工作表“名单”B3', 'cell', false],
  ['IF(A3>0,"公式里的话",1)', '工作表“名单”B3的公式', 'code', true],
  ['TRUE', '工作表“名单”A4', 'cell', false],
  ['42', '工作表“名单”B4', 'cell', false],
  ['白字', '工作表“名单”C4（看不见的文字）', 'cell', true],
  ['提示的话', '工作表“名单”A1:A9的输入提示', 'remark', true],
  ['出错的话', '工作表“名单”A1:A9的出错提示', 'remark', true],
  ['"甲,乙"', '工作表“名单”的数据验证', 'code', true],
  ['悬停的话', '工作表“名单”B1的链接提示', 'alt', true],
  ['http://oa.example/目标', '工作表“名单”的链接', 'link', true],
  ['左边\n印制的话', '工作表“名单”的页眉', 'margin', true],
  ['底表', '工作表“底表”（隐藏）的名称', 'name', true],
  ['隐藏表的话', '工作表“底表”（隐藏）B3', 'cell', true],
  ['深藏表的话', '工作表“深藏”（隐藏）A1', 'cell', true],
  ['某名称', '已定义的名称', 'name', true],
  ['"名称的值"', '名称“某名称”的内容', 'code', true],
  ['批注的话', '工作表“名单”A1的批注', 'remark', true],
  ['会话批注的话', '工作表“名单”B1的批注', 'remark', true],
  ['某会话人', '批注的作者', 'property', true],
  ['形状的话', '工作表“名单”的图形', 'shape', false],
  ['图的替代文字', '工作表“名单”的图形的图片替代文字', 'alt', true],
  ['图表标题', '工作表“名单”的图表', 'shape', false],
  ['图表缓存的话', '工作表“名单”的图表的数据', 'cell', true],
  ['乙某', '数据透视表缓存第1条记录', 'cell', true],
  ['缓存的证件', '数据透视表缓存第1条记录', 'cell', true],
  ['外部缓存的话', '外部链接的缓存A1', 'cell', true],
  ['外部表名', '文件内部数据（xl/externalLinks/externalLink1.xml）', 'other', true],
  ['file:///D:/共享/底册.xlsx', '外部链接', 'link', true],
  ['Provider=X;Password=example', '数据连接', 'code', true],
  ['旧的表名', '文件属性“各部分名称”', 'property', true],
];

test('a workbook tells every place where words can be', async () => {
  const { pieces } = await readFile('名单.xlsx', wholeWorkbook);
  const found = pieces.map(({ text, where, kind, isHidden }) => [text, where, kind, isHidden]);
  for (const place of PLACES) expect(found).toContainEqual(place);
});

test('whole numbers are told without exponent, as they were typed', async () => {
  const { pieces } = await readFile('名单.xlsx', wholeWorkbook);
  const textAt = (row: number, column: number) =>
    pieces.find(({ cell }) => cell?.table === 0 && cell.row === row && cell.column === column)?.text;
  expect(textAt(2, 0)).toBe('14234567890');
  expect(textAt(2, 2)).toBe('990101199001010000');
});

test('rows of a pivot cache keep their columns, header first', async () => {
  const { pieces } = await readFile('名单.xlsx', wholeWorkbook);
  const rows = pieces
    .filter(({ where }) => where.startsWith('数据透视表缓存'))
    .map(({ text, cell }) => [text, cell && [cell.row, cell.column]]);
  expect(rows).toEqual([
    ['姓名', [0, 0]],
    ['甲某', undefined],
    ['乙某', undefined],
    ['证件', [0, 1]],
    ['乙某', [1, 0]],
    ['缓存的证件', [1, 1]],
  ]);
});

test('a workbook has the traits that an editor has to know', async () => {
  const { format, traits } = await readFile('名单.xlsx', wholeWorkbook);
  expect(format).toBe('xlsx');
  expect(traits.map(({ kind, where }) => `${kind} ${where}`).sort()).toEqual([
    'author 批注的作者',
    'hidden-columns 工作表“名单”',
    'hidden-rows 工作表“名单”',
    'hidden-sheet 工作表“底表”（隐藏）',
    'hidden-sheet 工作表“深藏”（隐藏）',
    'hidden-text 工作表“名单”',
    'outside-reference 外部链接',
    'outside-reference 数据连接',
    'remarks 工作表“名单”',
  ]);
});
