import { expect, test } from 'vitest';
import { readFile } from '../read.ts';
import { cells, makeWorkbook } from './testing/make-workbook.ts';

const sheetData = [
  '<cols><col min="4" max="4" hidden="1"/></cols><sheetData>',
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>隐藏列的话</t></is></c></row>',
  '<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>隐藏行的话</t></is></c></row>',
  '<row r="3"><c r="A3"><v>1.42345678901E+10</v></c><c r="B3" t="str"><f>IF(A3>0,"公式里的话",1)</f><v>公式的值</v></c><c r="C3"><v>9.9010119900101E17</v></c></row>',
  '<row r="4"><c t="b"><v>1</v></c><c><v>42</v></c><c r="C4" s="1" t="inlineStr"><is><t>白字</t></is></c></row>',
  '</sheetData>',
  '<dataValidations><dataValidation sqref="A1:A9" prompt="提示的话" error="出错的话"><formula1>"甲,乙"</formula1></dataValidation></dataValidations>',
  '<hyperlinks><hyperlink ref="B1" r:id="rId1" tooltip="悬停的话"/></hyperlinks>',
  '<headerFooter><oddHeader>&amp;L左边&amp;C&amp;"宋体,常规"&amp;14印制的话&amp;P</oddHeader></headerFooter>',
].join('');

const everything = makeWorkbook(
  [
    {
      name: '名单',
      inner: sheetData,
      relations: [
        ['hyperlink', 'http://oa.example/目标', true],
        ['comments', '../comments1.xml'],
        ['threadedComment', '../threadedComments/threadedComment1.xml'],
        ['drawing', '../drawings/drawing1.xml'],
      ],
    },
    { name: '底表', state: 'hidden', inner: cells({ B3: '隐藏表的话' }) },
    { name: '深藏', state: 'veryHidden', inner: cells({ A1: '深藏表的话' }) },
  ],
  {
    strings: '<si><t>普通的话</t></si><si><r><t>丰富</t></r><r><t>文本</t></r><rPh sb="0" eb="1"><t>拼音的话</t></rPh></si>',
    names: '<definedName name="某名称">"名称的值"</definedName>',
    parts: {
      'xl/styles.xml':
        '<styleSheet><fonts><font><color theme="1"/></font><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill><patternFill patternType="none"/></fill></fills><cellXfs><xf fontId="0" fillId="0"/><xf fontId="1" fillId="0"/></cellXfs></styleSheet>',
      'xl/comments1.xml':
        '<comments><authors><author>某批注人</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>批注</t></r><r><t>的话</t></r></text></comment></commentList></comments>',
      'xl/threadedComments/threadedComment1.xml':
        '<ThreadedComments><threadedComment ref="B1" id="{1}"><text>会话批注的话</text></threadedComment></ThreadedComments>',
      'xl/persons/person.xml': '<personList><person displayName="某会话人" id="{2}"/></personList>',
      'xl/drawings/drawing1.xml':
        '<xdr:wsDr xmlns:xdr="urn:xdr" xmlns:a="urn:a"><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="框" descr="图的替代文字"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>形状</a:t></a:r><a:r><a:t>的话</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>',
      'xl/charts/chart1.xml':
        '<c:chartSpace xmlns:c="urn:c" xmlns:a="urn:a"><c:title><c:tx><c:rich><a:p><a:r><a:t>图表标题</a:t></a:r></a:p></c:rich></c:tx></c:title><c:ser><c:cat><c:strRef><c:strCache><c:pt idx="3"><c:v>图表缓存的话</c:v></c:pt></c:strCache></c:strRef></c:cat></c:ser></c:chartSpace>',
      'xl/pivotCache/pivotCacheDefinition1.xml':
        '<pivotCacheDefinition><cacheFields><cacheField name="姓名"><sharedItems><s v="甲某"/><s v="乙某"/></sharedItems></cacheField><cacheField name="证件"><sharedItems/></cacheField></cacheFields></pivotCacheDefinition>',
      'xl/pivotCache/pivotCacheRecords1.xml': '<pivotCacheRecords><r><x v="1"/><s v="缓存的证件"/></r></pivotCacheRecords>',
      'xl/externalLinks/externalLink1.xml':
        '<externalLink><externalBook><sheetNames><sheetName val="外部表名"/></sheetNames><sheetDataSet><sheetData><row r="1"><cell r="A1" t="str"><v>外部缓存的话</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>',
      'xl/connections.xml':
        '<connections><connection name="连接" id="1"><dbPr connection="Provider=X;Password=example" command="select 1"/></connection></connections>',
      'docProps/app.xml':
        '<Properties xmlns:vt="urn:vt"><TitlesOfParts><vt:vector><vt:lpstr>旧的表名</vt:lpstr></vt:vector></TitlesOfParts></Properties>',
    },
    more: {
      'xl/drawings/drawing1.xml': [['chart', '../charts/chart1.xml']],
      'xl/pivotCache/pivotCacheDefinition1.xml': [['pivotCacheRecords', 'pivotCacheRecords1.xml']],
      'xl/externalLinks/externalLink1.xml': [['externalLinkPath', 'file:///D:/共享/底册.xlsx', true]],
    },
  },
);

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
  const { pieces } = await readFile('名单.xlsx', everything);
  const found = pieces.map(({ text, where, kind, isHidden }) => [text, where, kind, isHidden]);
  for (const place of PLACES) expect(found).toContainEqual(place);
});

test('whole numbers are told without exponent, as they were typed', async () => {
  const { pieces } = await readFile('名单.xlsx', everything);
  const textAt = (row: number, column: number) =>
    pieces.find(({ cell }) => cell?.table === 0 && cell.row === row && cell.column === column)?.text;
  expect(textAt(2, 0)).toBe('14234567890');
  expect(textAt(2, 2)).toBe('990101199001010000');
});

test('rows of a pivot cache keep their columns, header first', async () => {
  const { pieces } = await readFile('名单.xlsx', everything);
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
  const { format, traits } = await readFile('名单.xlsx', everything);
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
