import { strToU8 } from 'fflate';
import { zip } from '../../archive/testing/zip.ts';

const xml = (root: string, inner: string) =>
  strToU8(`<?xml version="1.0" encoding="UTF-8"?><ofd:${root} xmlns:ofd="http://www.ofdspec.org/2016">${inner}</ofd:${root}>`);
const object = (text: string, x: number, y: number, more = '', inner = '') =>
  `<ofd:TextObject ID="1" Boundary="${x} ${y} 100 5" Size="4" ${more}>${inner}<ofd:TextCode X="0" Y="4" DeltaX="g ${text.length - 1} 4">${text}</ofd:TextCode></ofd:TextObject>`;
const page = (inner: string) => xml('Page', `<ofd:Content><ofd:Layer>${inner}</ofd:Layer></ofd:Content>`);

/** An OFD document with words in every place that can hold some. */
export const wholeOfd = zip({
  'OFD.xml': xml(
    'OFD',
    '<ofd:DocBody><ofd:DocInfo><ofd:DocID>0123456789abcdef</ofd:DocID><ofd:Title>属性标题</ofd:Title><ofd:Author>某作者</ofd:Author><ofd:CustomDatas><ofd:CustomData Name="密级">某级</ofd:CustomData></ofd:CustomDatas></ofd:DocInfo></ofd:DocBody>',
  ),
  'Doc_0/Document.xml': xml(
    'Document',
    '<ofd:CommonData><ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_7/Content.xml"/><ofd:Page ID="2" BaseLoc="Pages/Page_3/Content.xml"/></ofd:Pages>',
  ),
  'Doc_0/Pages/Page_7/Content.xml': page(
    object('身份', 10, 50) +
      object('证号', 18, 50) +
      object('右栏', 80, 50) +
      object('上面一行', 10, 20) +
      object('看不见的', 10, 90, 'Visible="false"') +
      object('白字', 10, 95, '', '<ofd:FillColor Value="255 255 255"/>'),
  ),
  'Doc_0/Pages/Page_3/Content.xml': page(object('第二页的话', 10, 10)),
  'Doc_0/Tpls/Tpl_0/Content.xml': page(object('模板的话', 10, 10)),
  'Doc_0/Annots/Page_7/Annotation.xml': xml(
    'PageAnnot',
    `<ofd:Annot Creator="某审核"><ofd:Remark>说明的话</ofd:Remark><ofd:Appearance>${object('批注的话', 1, 1)}</ofd:Appearance></ofd:Annot>`,
  ),
  'Doc_0/Attachs/Attachments.xml': xml('Attachments', '<ofd:Attachment Name="附件名"><ofd:FileLoc>附表.txt</ofd:FileLoc></ofd:Attachment>'),
  'Doc_0/Attachs/附表.txt': strToU8('附件里的话'),
  'Doc_0/Signs/Sign_0/Seal.esl': new Uint8Array([0x30, 0x82, 1, 2, 3, 0, 1]),
});
