import { makeWord, p, r, wordPart } from './make-word.ts';
import { cells, makeWorkbook } from './make-workbook.ts';

/** A run with a text box of newer programs. */
export const box = (inner: string) =>
  `<w:r><w:drawing><wp:anchor><wp:docPr id="1" name="组合" descr="替代文字的话"/><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></wp:anchor></w:drawing></w:r>`;
/** A run with a text box of older programs. */
export const vml = (inner: string) =>
  `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
const properties = (inner: string) => `<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc">${inner}</cp:coreProperties>`;

/** A Word document with words in every place that can hold some. */
export const wholeWord = makeWord(
  [
    p(r('标题的话'), '<w:pStyle w:val="1"/>'),
    p(r('分开的') + r('几段') + r('话')),
    `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p(r('合并的格'))}</w:tc><w:tc>${p(r('姓名'))}${p(r('甲某'))}</w:tc></w:tr></w:tbl>`,
    p(
      `${r('电话1423')}<w:del w:author="某编辑"><w:r><w:delText>4567890</w:delText></w:r></w:del><w:ins w:author="某编辑">${r('****')}</w:ins>`,
    ),
    p(r('看得见') + r('隐藏的话', '<w:vanish/>')),
    p(r('白色的话', '<w:color w:val="FFFFFF"/>')),
    p(box(p(r('新式文本框')))),
    p(vml(p(r('旧式文本框')))),
    p(
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK </w:instrText></w:r><w:r><w:instrText>"http://域.example"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ),
    p(`<w:hyperlink r:id="rId5" w:tooltip="悬停的话">${r('链接文字')}</w:hyperlink>`),
    p('<w:moveFrom><w:r><w:t>移走的话</w:t></w:r></w:moveFrom>'),
    p('<w:bookmarkStart w:id="0" w:name="书签名"/><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>非密</w:t></w:r>'),
  ].join(''),
  {
    'word/styles.xml': wordPart('styles', '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'),
    'word/header1.xml': wordPart('hdr', p(r('页眉的话'))),
    'word/header2.xml': wordPart('hdr', p('<w:r><w:pict><v:shape alt="水印图"><v:textpath string="水印的话"/></v:shape></w:pict></w:r>')),
    'word/footer1.xml': wordPart('ftr', p(r('页脚的话'))),
    'word/footnotes.xml': wordPart('footnotes', `<w:footnote w:id="1">${p(r('脚注的话'))}</w:footnote>`),
    'word/endnotes.xml': wordPart('endnotes', `<w:endnote w:id="1">${p(r('尾注的话'))}</w:endnote>`),
    'word/comments.xml': wordPart('comments', `<w:comment w:id="0" w:author="某审核">${p(r('批注的话'))}</w:comment>`),
    'word/settings.xml': wordPart('settings', '<w:docVars><w:docVar w:name="变量" w:val="变量的值"/></w:docVars>'),
    'docProps/core.xml': properties('<dc:title>属性标题</dc:title><dc:creator>某作者</dc:creator>'),
    'docProps/custom.xml': '<Properties xmlns:vt="urn:vt"><property name="密级"><vt:lpwstr>某级</vt:lpwstr></property></Properties>',
    'docProps/app.xml': '<Properties><Company>某公司</Company></Properties>',
    'word/embeddings/book.xlsx': makeWorkbook([{ name: '底表', state: 'hidden', inner: cells({ B3: '内嵌的话' }) }]),
    'customXml/item1.xml': '<odd strange="奇怪属性的话"><x>奇怪元素的话</x></odd>',
  },
  [
    ['header', 'header1.xml'],
    ['header', 'header2.xml'],
    ['footer', 'footer1.xml'],
    ['package', 'embeddings/book.xlsx'],
    ['hyperlink', 'http://oa.example/链接目标', true],
  ],
  { 'word/settings.xml': [['attachedTemplate', '\\\\server\\模板.dotx', true]] },
);
