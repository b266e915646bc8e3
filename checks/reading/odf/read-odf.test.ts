import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readFile } from '../read.ts';

const SPACES = ['office', 'text', 'table', 'draw', 'svg', 'style', 'presentation', 'dc', 'meta', 'xlink', 'fo', 'manifest']
  .map((name) => `xmlns:${name}="urn:${name}"`)
  .join(' ');

const make = (type: string, body: string, { styles = '', automatic = '', manifest = '', others = {} as Record<string, Uint8Array> } = {}) =>
  zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${type}`), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content ${SPACES}><office:automatic-styles>${automatic}</office:automatic-styles><office:body>${body}</office:body></office:document-content>`,
    ),
    'styles.xml': strToU8(`<office:document-styles ${SPACES}>${styles}</office:document-styles>`),
    'meta.xml': strToU8(
      `<office:document-meta ${SPACES}><office:meta><dc:title>属性标题</dc:title><meta:initial-creator>某作者</meta:initial-creator><meta:user-defined meta:name="密级">某级</meta:user-defined></office:meta></office:document-meta>`,
    ),
    'META-INF/manifest.xml': strToU8(`<manifest:manifest ${SPACES}>${manifest}</manifest:manifest>`),
    ...others,
  });

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
  const body = [
    '<office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>删去的话</text:p></text:deletion></text:changed-region></text:tracked-changes>',
    '<text:h>标题<text:span>的话</text:span></text:h>',
    '<text:p>有<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>脚注的话</text:p></text:note-body></text:note>注的话<office:annotation><dc:creator>某审核</dc:creator><dc:date>2026-01-02</dc:date><text:p>批注的话</text:p></office:annotation></text:p>',
    '<text:p>露出<text:span text:style-name="T1">隐藏</text:span></text:p>',
    '<text:p><draw:frame><draw:text-box><text:p>框里的话</text:p></draw:text-box><svg:desc>替代的话</svg:desc></draw:frame><text:a xlink:href="http://oa.example/目标">链接</text:a></text:p>',
    '<table:table><table:table-row><table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>格一</text:p><text:p>格二</text:p></table:table-cell></table:table-row></table:table></office:text>',
  ].join('');
  const styles =
    '<office:master-styles><style:master-page><style:header><text:p>页眉的话</text:p></style:header></style:master-page></office:master-styles>';
  const automatic = '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>';
  const { format, found, traits } = await placesOf('文.odt', make('text', body, { styles, automatic }));
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
  const body =
    '<office:spreadsheet><table:table table:name="名单"><table:table-column/><table:table-column table:visibility="collapse"/><table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row><table:table-row><table:table-cell office:value="990101199001010000" table:formula="of:=1"><text:p>9.9E+17</text:p></table:table-cell><table:table-cell><text:p>隐藏列</text:p></table:table-cell></table:table-row><table:table-row table:visibility="filter"><table:table-cell><text:p>隐藏行</text:p></table:table-cell></table:table-row></table:table><table:table table:name="底表" table:style-name="ta2"><table:table-row><table:table-cell><text:p>隐藏表</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>';
  const automatic = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>';
  const { format, found, pieces, traits } = await placesOf('表.ods', make('spreadsheet', body, { automatic }));
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
  const body =
    '<office:presentation><draw:page><draw:frame><draw:text-box><text:p>第一张</text:p></draw:text-box></draw:frame><presentation:notes><draw:frame><draw:text-box><text:p>备注的话</text:p></draw:text-box></draw:frame></presentation:notes></draw:page><draw:page draw:style-name="dp2"><draw:frame><draw:text-box><text:p>第二张</text:p></draw:text-box></draw:frame></draw:page></office:presentation>';
  const automatic = '<style:style style:name="dp2"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>';
  const { format, pieces } = await placesOf('稿.odp', make('presentation', body, { automatic }));
  expect(format).toBe('odp');
  expect(pieces.filter(({ where }) => /幻灯片/u.test(where)).map(({ text, where, isHidden }) => [text, where, isHidden])).toEqual([
    ['第一张', '第1张幻灯片', false],
    ['备注的话', '第1张幻灯片的备注的文本框', true],
    ['第二张', '第2张幻灯片（隐藏）', true],
  ]);
});

test('a document under a password is a trait', async () => {
  const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
  const { traits } = await placesOf('文.odt', make('text', '', { manifest, others: { 'Pictures/a.png': new Uint8Array([1, 2, 3, 4]) } }));
  expect(traits).toContain('encrypted 文件');
  expect(traits.filter((trait) => trait.startsWith('unknown'))).toEqual([]);
});
