import type { PieceKind } from '../piece.ts';

/** What the text of a group is that begins with a certain word. */
export interface Destination {
  kind: PieceKind;
  /** Completes the place: `页眉`. */
  label: string;
  isHidden: boolean;
}

const shown = (kind: PieceKind, label: string): Destination => ({ kind, label, isHidden: false });
const hidden = (kind: PieceKind, label: string): Destination => ({ kind, label, isHidden: true });

export const BODY = shown('paragraph', '正文');
/** A group that says of itself that a reader may pass over it (`\*`) and that is not known here. */
export const UNKNOWN = hidden('other', '其他数据');

export const COLORS = hidden('other', '颜色');
export const ENDNOTE = shown('note', '尾注');

export const DESTINATIONS: Record<string, Destination> = {
  header: shown('margin', '页眉'),
  headerl: shown('margin', '偶数页页眉'),
  headerr: shown('margin', '奇数页页眉'),
  headerf: shown('margin', '首页页眉'),
  footer: shown('margin', '页脚'),
  footerl: shown('margin', '偶数页页脚'),
  footerr: shown('margin', '奇数页页脚'),
  footerf: shown('margin', '首页页脚'),
  footnote: shown('note', '脚注'),
  annotation: hidden('remark', '批注'),
  atnauthor: hidden('remark', '批注作者'),
  atnid: hidden('remark', '批注作者'),
  shptxt: shown('shape', '文本框'),
  dptxbxtext: shown('shape', '文本框'),
  title: hidden('property', '文件属性“标题”'),
  subject: hidden('property', '文件属性“主题”'),
  author: hidden('property', '文件属性“作者”'),
  manager: hidden('property', '文件属性“经理”'),
  company: hidden('property', '文件属性“单位”'),
  operator: hidden('property', '文件属性“最后保存者”'),
  category: hidden('property', '文件属性“类别”'),
  keywords: hidden('property', '文件属性“关键词”'),
  comment: hidden('property', '文件属性“备注”'),
  doccomm: hidden('property', '文件属性“备注”'),
  hlinkbase: hidden('link', '文件属性“链接基准”'),
  propname: hidden('name', '文件属性名称'),
  staticval: hidden('property', '文件属性'),
  linkval: hidden('property', '文件属性'),
  generator: hidden('property', '文件属性“程序名称”'),
  fldinst: hidden('code', '正文中的域代码'),
  datafield: hidden('other', '域数据'),
  bkmkstart: hidden('name', '书签'),
  bkmkend: hidden('name', '书签'),
  colortbl: COLORS,
  fonttbl: hidden('name', '字体名称'),
  stylesheet: hidden('name', '样式名称'),
  listname: hidden('name', '列表名称'),
  revtbl: hidden('remark', '修订者'),
  template: hidden('link', '文件属性“模板”'),
  filetbl: hidden('link', '引用的文件'),
  sn: hidden('name', '图形属性名称'),
  sv: hidden('other', '图形属性'),
  hl: hidden('link', '图形的链接'),
  hlsrc: hidden('link', '图形的链接'),
  hlloc: hidden('link', '图形的链接'),
  hlfr: hidden('link', '图形的链接'),
  objname: hidden('name', '嵌入对象名称'),
  objclass: hidden('name', '嵌入对象类型'),
  objdata: hidden('other', '嵌入对象'),
  pict: hidden('other', '图片'),
  xe: hidden('other', '索引项'),
  tc: hidden('other', '目录项'),
  docvar: hidden('property', '文档变量'),
  ud: hidden('other', '其他数据'),
};

/** Shape properties that hold words, by name. */
export const SHAPE_WORDS: Record<string, Destination> = {
  gtextUNICODE: shown('shape', '艺术字'),
  wzName: hidden('name', '图形名称'),
  wzDescription: hidden('alt', '图形的替代文字'),
  wzTooltip: hidden('alt', '图形的提示文字'),
  pibName: hidden('link', '图片文件名'),
  pihlShape: hidden('link', '图形的链接'),
};
