import { expect, test } from 'vitest';
import { importDocument } from '../import-document.ts';
import { makeDocx, numbered, p, t } from '../testing/make-docx.ts';

const level = (depth: number, format: string, pattern: string, suffix = 'space') =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/><w:suff w:val="${suffix}"/></w:lvl>`;
const list = (id: number, levels: string) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const use = (id: number, of = id, more = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const NUMBERING =
  list(1, level(0, 'chineseCounting', '第%1章')) +
  list(2, level(0, 'chineseCountingThousand', '第%1条') + level(1, 'chineseCounting', '（%2）', 'nothing')) +
  list(3, level(0, 'bullet', '') + level(1, 'bullet', '')) +
  use(1) +
  use(2) +
  use(3);
const cell = (inner: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const read = (parts: Parameters<typeof makeDocx>[0]) => importDocument({ name: 'a.docx', bytes: makeDocx(parts) });

test('the numbers that Word only shows become text, and lists, notes, pictures and merged cells stay', () => {
  const { body, files, fields, damage } = read({
    styles: '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="T"><w:name w:val="Title"/></w:style>',
    numbering: NUMBERING,
    footnotes: `<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="1">${p(t('见县志卷三。'))}</w:footnote>`,
    relations: { rId1: 'media/image1.png', rId3: 'https://www.example.org/a' },
    others: { 'word/media/image1.png': new Uint8Array([137, 80]) },
    body: [
      p(t('云岭县饮用水'), '<w:pStyle w:val="T"/>'),
      p(t('水源保护办法'), '<w:pStyle w:val="T"/>'),
      p(t('总则'), `${numbered(1)}<w:pStyle w:val="1"/>`),
      p(`${t('为了保护饮用水水源')}<w:r><w:footnoteReference w:id="1"/></w:r>${t('，制定本办法。')}`, numbered(2)),
      p(t('下列行为，') + t('一律', '<w:b/>') + t('禁止：'), numbered(2)),
      p(t('倾倒垃圾；'), numbered(2, 1)),
      p(t('炸鱼。'), numbered(2, 1)),
      p(t('保护'), numbered(1)),
      p(
        `${t('保护区面积3km')}${t('2', '<w:vertAlign w:val="superscript"/>')}${t('，')}<w:hyperlink r:id="rId3">${t('见图')}</w:hyperlink>${t('。')}`,
        numbered(2),
      ),
      p('<w:r><w:drawing><wp:docPr descr="保护区范围图"/><a:blip r:embed="rId1"/></w:drawing></w:r>'),
      p(t('巡查人员'), numbered(3)),
      p(t('镇级巡查'), numbered(3, 1)),
      p(t('举报电话'), numbered(3)),
      `<w:tbl>${row(cell(p(t('水源')), '<w:vMerge w:val="restart"/>'), cell(p(t('范围')), '<w:gridSpan w:val="2"/>'))}${row(cell('<w:p/>', '<w:vMerge/>'), cell(p(t('一级'))), cell(p(t('二级'))))}${row(cell(p(t('上坪水库'))), cell(p(t('200米')) + p(t('以内'))), cell(p(t('1|2 &lt;公里'))))}</w:tbl>`,
      `<w:tbl>${row(cell(p(t('镇'))), cell(p(t('电话'))))}${row(cell(p(t('上坪|镇'))), cell(p(t('5550101'))))}</w:tbl>`,
      p(t('本办法自2021年3月1日起施行。'), numbered(2)),
    ].join(''),
  });
  expect(fields).toMatchObject({ title: '云岭县饮用水水源保护办法', document_kind: 'measures', effective_on: '2021-03-01' });
  expect(files.map(({ name, title, from }) => [name, title, from])).toEqual([['tupian-1.png', '保护区范围图', 'word/media/image1.png']]);
  expect(damage).toEqual([]);
  expect(body).toBe(`## 第一章 总则

**第一条** 为了保护饮用水水源[^z1]，制定本办法。

**第二条** 下列行为，**一律**禁止：

（一）倾倒垃圾；

（二）炸鱼。

## 第二章 保护

**第三条** 保护区面积3km<sup>2</sup>，[见图](https://www.example.org/a)。

![保护区范围图](tupian-1.png)

- 巡查人员
  - 镇级巡查
- 举报电话

<table>
<tr><td rowspan="2">水源</td><td colspan="2">范围</td></tr>
<tr><td>一级</td><td>二级</td></tr>
<tr><td>上坪水库</td><td>200米<br>以内</td><td>1|2 &lt;公里</td></tr>
</table>

| 镇 | 电话 |
| - | - |
| 上坪\\|镇 | 5550101 |

**第四条** 本办法自2021年3月1日起施行。

[^z1]: 见县志卷三。
`);
});

test('what is not taken over is told: deleted and hidden text without showing it, formulas, charts, pictures that no page shows', () => {
  const imported = read({
    relations: { rId2: 'media/image2.emf' },
    others: {
      'word/media/image2.emf': new Uint8Array([1]),
      'word/header1.xml': '<w:hdr xmlns:w="w"><w:p><w:r><w:t>云岭县水务局</w:t></w:r></w:p></w:hdr>',
      'word/footer1.xml': '<w:ftr xmlns:w="w"><w:p><w:r><w:t>— 1 —</w:t></w:r></w:p></w:ftr>',
      'word/vbaProject.bin': 'x',
    },
    body: [
      p(t('关于开展河道巡查的通知')),
      p(
        `${t('各镇要每周巡查')}<w:del><w:r><w:delText>三次</w:delText></w:r></w:del><w:ins>${t('两次')}</w:ins>${t('，不漏一处。')}${t('内部掌握', '<w:vanish/>')}`,
      ),
      p(`${t('流量按')}<m:oMath><m:r><m:t>Q=v×A</m:t></m:r></m:oMath>${t('计算。')}<w:r><w:commentReference w:id="1"/></w:r>`),
      p('<w:r><w:pict><v:imagedata r:id="rId2"/></w:pict></w:r>'),
      p('<w:r><w:drawing><a:chart r:id="rId9"/></w:drawing></w:r>'),
      p(
        '<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>框里的话。</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>框里的话。</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>',
      ),
    ].join(''),
  });
  expect(imported.body).toBe('各镇要每周巡查两次，不漏一处。\n\n流量按Q=v×A计算。\n\n框里的话。\n');
  expect(imported.damage.map(({ line, column, quoted, message }) => `${line}:${column} ${quoted} ${message}`)).toEqual([
    '2:8  原稿开着修订，这里有 2 个字标为删除，没有带过来。打开原稿核对，接受或者拒绝修订后再导入。',
    '2:16  这里有 4 个隐藏的字，没有带过来。打开原稿核对：应当公开的取消隐藏再导入。',
    '3:4 Q=v×A 这里是公式，只带来了文字，上下标和分式没有了。对照原稿改写，或者换成图片。',
    '4:1 image2.emf 图片没有带过来（image2.emf）：不是网页能显示的格式，或者没有存进文档。另存为 PNG，补到正文的这个位置。',
    '5:1  这里有图表，没有带过来。在原稿里把图表另存为图片，补到正文的这个位置，并附数据表。',
  ]);
  expect(imported.changes).toEqual([
    '没有接受的修订（插入的文字已经带过来） 1 处。',
    '批注 1 处。',
    '文本框（文字排在所在段落后面） 1 处。',
    '页眉页脚没有带过来：“云岭县水务局”。',
    '文档带有宏，没有带过来。',
  ]);
});

test('a list starts anew where Word starts it anew, and goes on where it goes on', () => {
  const restart = use(4, 2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
  const { body } = read({
    numbering: NUMBERING + restart,
    body: [2, 2, 4, 4, 2].map((id) => p(t('各单位应当公开信息。'), numbered(id))).join(''),
  });
  expect(body.match(/第.条/gu)).toEqual(['第一条', '第二条', '第一条', '第二条', '第三条']);
});

test('styles that are based on each other do not hang the reader', () => {
  const circle =
    '<w:style w:styleId="a"><w:name w:val="x"/><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:name w:val="y"/><w:basedOn w:val="a"/></w:style>';
  expect(read({ styles: circle, body: p(t('正文在此。'), '<w:pStyle w:val="a"/>') }).body).toBe('正文在此。\n');
});

test('a table of contents that Word made is left, and told', () => {
  const styles = '<w:style w:styleId="c"><w:name w:val="toc 1"/></w:style>';
  const { body, dropped } = read({
    styles,
    body: p(t('一、总体要求 1'), '<w:pStyle w:val="c"/>') + p(t('一、总体要求')) + p(t('按期完成。')),
  });
  expect(body).toBe('## 一、总体要求\n\n按期完成。\n');
  expect(dropped).toEqual([{ line: 1, column: 1, text: '一、总体要求 1', reason: '文档里的目录，网页自动生成' }]);
});
