import { strToU8 } from 'fflate';
import { zip } from '../../archive/testing/zip.ts';

const SPACES = ['office', 'text', 'table', 'draw', 'svg', 'style', 'presentation', 'dc', 'meta', 'xlink', 'fo', 'manifest']
  .map((name) => `xmlns:${name}="urn:${name}"`)
  .join(' ');

/** An OpenDocument file for tests; `type` as in its media type, `body` the inner XML of `office:body`. */
export const makeOdf = (
  type: string,
  body: string,
  { styles = '', automatic = '', manifest = '', others = {} as Record<string, Uint8Array> } = {},
) =>
  zip({
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

/** Text with words in every place that can hold some. */
export const textDocument = makeOdf(
  'text',
  [
    '<office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>删去的话</text:p></text:deletion></text:changed-region></text:tracked-changes>',
    '<text:h>标题<text:span>的话</text:span></text:h>',
    '<text:p>有<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>脚注的话</text:p></text:note-body></text:note>注的话<office:annotation><dc:creator>某审核</dc:creator><dc:date>2026-01-02</dc:date><text:p>批注的话</text:p></office:annotation></text:p>',
    '<text:p>露出<text:span text:style-name="T1">隐藏</text:span></text:p>',
    '<text:p><draw:frame><draw:text-box><text:p>框里的话</text:p></draw:text-box><svg:desc>替代的话</svg:desc></draw:frame><text:a xlink:href="http://oa.example/目标">链接</text:a></text:p>',
    '<table:table><table:table-row><table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>格一</text:p><text:p>格二</text:p></table:table-cell></table:table-row></table:table></office:text>',
  ].join(''),
  {
    styles:
      '<office:master-styles><style:master-page><style:header><text:p>页眉的话</text:p></style:header></style:master-page></office:master-styles>',
    automatic: '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>',
  },
);

/** Sheets with hidden ones, hidden rows and hidden columns. */
export const spreadsheet = makeOdf(
  'spreadsheet',
  '<office:spreadsheet><table:table table:name="名单"><table:table-column/><table:table-column table:visibility="collapse"/><table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row><table:table-row><table:table-cell office:value="990101199001010000" table:formula="of:=1"><text:p>9.9E+17</text:p></table:table-cell><table:table-cell><text:p>隐藏列</text:p></table:table-cell></table:table-row><table:table-row table:visibility="filter"><table:table-cell><text:p>隐藏行</text:p></table:table-cell></table:table-row></table:table><table:table table:name="底表" table:style-name="ta2"><table:table-row><table:table-cell><text:p>隐藏表</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>',
  { automatic: '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>' },
);

/** Slides with notes and a hidden one. */
export const slides = makeOdf(
  'presentation',
  '<office:presentation><draw:page><draw:frame><draw:text-box><text:p>第一张</text:p></draw:text-box></draw:frame><presentation:notes><draw:frame><draw:text-box><text:p>备注的话</text:p></draw:text-box></draw:frame></presentation:notes></draw:page><draw:page draw:style-name="dp2"><draw:frame><draw:text-box><text:p>第二张</text:p></draw:text-box></draw:frame></draw:page></office:presentation>',
  { automatic: '<style:style style:name="dp2"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>' },
);
