import { expect, test } from 'vitest';
import { readFile } from '../read.ts';
import { makeWord, p, r, wordPart } from './testing/make-word.ts';
import { box, vml, wholeWord } from './testing/whole-word.ts';

const PLACES: [text: string, where: string, kind: string, isHidden: boolean][] = [
  ['标题的话', '正文第1段', 'heading', false],
  ['分开的几段话', '正文第2段', 'paragraph', false],
  ['合并的格', '表格1第1行第1列', 'cell', false],
  ['姓名\n甲某', '表格1第1行第3列', 'cell', false],
  ['电话1423****', '正文第3段', 'paragraph', false],
  ['4567890', '正文第3段的修订前文字', 'deleted', true],
  ['电话14234567890', '正文第3段的修订前文字', 'deleted', true],
  ['看得见', '正文第4段', 'paragraph', false],
  ['隐藏的话', '正文第4段的隐藏文字', 'paragraph', true],
  ['看得见隐藏的话', '正文第4段的隐藏文字', 'paragraph', true],
  ['白色的话', '正文第5段的隐藏文字', 'paragraph', true],
  ['新式文本框', '文本框', 'shape', false],
  ['旧式文本框', '文本框', 'shape', false],
  ['替代文字的话', '正文第6段的图片替代文字', 'alt', true],
  ['HYPERLINK "http://域.example"', '正文第6段的域代码', 'code', true],
  ['悬停的话', '正文第6段的链接提示', 'alt', true],
  ['链接文字', '正文第6段', 'paragraph', false],
  ['移走的话', '正文第7段的修订前文字', 'deleted', true],
  ['书签名', '正文第7段的书签', 'name', true],
  ['☑非密', '正文第7段', 'paragraph', false],
  ['页眉的话', '页眉', 'margin', false],
  ['水印的话', '页眉的艺术字', 'shape', false],
  ['页脚的话', '页脚', 'margin', false],
  ['脚注的话', '脚注', 'note', false],
  ['尾注的话', '尾注', 'note', false],
  ['批注的话', '批注', 'remark', true],
  ['变量的值', '文档设置', 'code', true],
  ['属性标题', '文件属性“标题”', 'property', true],
  ['某作者', '文件属性“作者”', 'property', true],
  ['密级：某级', '文件属性“密级”', 'property', true],
  ['某公司', '文件属性“单位”', 'property', true],
  ['\\\\server\\模板.dotx', '模板', 'link', true],
  ['http://oa.example/链接目标', '正文的链接', 'link', true],
  ['内嵌的话', '嵌入的“book.xlsx”工作表“底表”（隐藏）B3', 'cell', true],
  ['奇怪属性的话', '文件内部数据（customXml/item1.xml）', 'other', true],
  ['奇怪元素的话', '文件内部数据（customXml/item1.xml）', 'other', true],
];

test('a Word document tells every place where words can be', async () => {
  const { pieces } = await readFile('通知.docx', wholeWord);
  const found = pieces.map(({ text, where, kind, isHidden }) => [text, where, kind, isHidden]);
  for (const place of PLACES) expect(found).toContainEqual(place);
});

test('a Word document has the traits that an editor has to know', async () => {
  const { format, traits } = await readFile('通知.docx', wholeWord);
  expect(format).toBe('docx');
  expect(traits.map(({ kind, where }) => `${kind} ${where}`).sort()).toEqual([
    'author 修订和批注的作者',
    'author 文件属性“作者”',
    'embedded 正文',
    'hidden-sheet 嵌入的“book.xlsx”工作表“底表”（隐藏）',
    'hidden-text 正文第4段',
    'hidden-text 正文第5段',
    'outside-reference 模板',
    'remarks 批注',
    'tracked-changes 正文',
  ]);
});

test('cells of a Word table keep their row and column, tables within tables apart', async () => {
  const inner = `<w:tbl><w:tr><w:tc>${p(r('里面'))}</w:tc></w:tr></w:tbl>`;
  const table = `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>${p(r('甲'))}</w:tc></w:tr><w:tr><w:tc>${p(r('乙'))}${inner}${p('')}</w:tc><w:tc>${p(r('丙'))}</w:tc></w:tr></w:tbl>`;
  const { pieces } = await readFile('a.docx', makeWord(table));
  expect(pieces.filter(({ cell }) => cell).map(({ text, cell }) => [text, cell])).toEqual([
    ['甲', { table: 0, row: 0, column: 1 }],
    ['里面', { table: 1, row: 0, column: 0 }],
    ['乙', { table: 0, row: 1, column: 0 }],
    ['丙', { table: 0, row: 1, column: 1 }],
  ]);
});

test('white on a coloured ground is an honest heading', async () => {
  const white = r('表头', '<w:color w:val="FFFFFF"/>');
  const table = `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr>${p(white)}</w:tc></w:tr></w:tbl>`;
  const { pieces, traits } = await readFile('a.docx', makeWord(table + p(r('底纹', '<w:color w:val="FFFFFF"/><w:shd w:fill="C00000"/>'))));
  expect(pieces.filter(({ isHidden }) => isHidden)).toEqual([]);
  expect(traits).toEqual([]);
});

test('a style can hide', async () => {
  const styles = wordPart(
    'styles',
    '<w:style w:styleId="base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="x"><w:basedOn w:val="base"/></w:style>',
  );
  const { pieces } = await readFile('a.docx', makeWord(p(r('看不见'), '<w:pStyle w:val="x"/>'), { 'word/styles.xml': styles }));
  expect(pieces).toContainEqual({ text: '看不见', where: '正文第1段的隐藏文字', kind: 'paragraph', isHidden: true });
});

test('a text box written once for new and once for old programs is told once, unless they differ', async () => {
  const twice = (old: string) =>
    p(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box(p(r('新旧')))}</mc:Choice><mc:Fallback>${vml(p(r(old)))}</mc:Fallback></mc:AlternateContent></w:r>`,
    );
  const textsOf = async (old: string) =>
    (await readFile('a.docx', makeWord(twice(old)))).pieces.filter(({ kind }) => kind === 'shape').map(({ text }) => text);
  expect(await textsOf('新旧')).toEqual(['新旧']);
  expect(await textsOf('只在旧版')).toEqual(['新旧', '只在旧版']);
});

test('parts that nothing leads to are read', async () => {
  const { pieces } = await readFile('a.docx', makeWord(p(r('正文')), { 'word/header9.xml': wordPart('hdr', p(r('没有用到的页眉'))) }));
  expect(pieces).toContainEqual({ text: '没有用到的页眉', where: '页眉', kind: 'margin', isHidden: false });
});

test('a field that never ends is told', async () => {
  const { pieces, traits } = await readFile(
    'a.docx',
    makeWord(p('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>没有结束的域</w:instrText></w:r>')),
  );
  expect(pieces).toContainEqual({ text: '没有结束的域', where: '正文第1段的域代码', kind: 'code', isHidden: true });
  expect(traits).toEqual([]);
});

test('a part in UTF-16 is read', async () => {
  const xml = `<?xml version="1.0" encoding="UTF-16"?>${wordPart('hdr', p(r('双字节页眉')))}`;
  const { pieces } = await readFile('a.docx', makeWord(p(''), { 'word/header1.xml': Buffer.from(`\ufeff${xml}`, 'utf16le') }));
  expect(pieces.map(({ text }) => text)).toContain('双字节页眉');
});
