import { type ImageRecipe, makeImage } from './image.ts';
import { pack } from './pack.ts';
import { escapeXml, XML } from './xml.ts';

/** A line of an OFD page; one text object of several codes when `codes` is used. */
export type OfdLine = string | { codes: string[] };

/** An OFD document (GB/T 33190). */
export interface OfdRecipe {
  pages: (OfdLine[] | { scan: ImageRecipe })[];
  annotations?: string[];
  attachments?: { name: string; text: string }[];
  /** Elements of DocInfo: Title, Author, Subject, Keywords, Creator. */
  info?: Record<string, string>;
  /** CustomData of DocInfo. */
  custom?: Record<string, string>;
  /** A page that lies under every other one. */
  template?: string[];
}

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"';

export async function makeOfd(recipe: OfdRecipe): Promise<Uint8Array> {
  const parts: Record<string, string | Uint8Array> = { 'OFD.xml': root(recipe) };
  const media: string[] = [];
  for (const [i, page] of recipe.pages.entries()) {
    let objects: string;
    if ('scan' in page) {
      parts[`Doc_0/Res/image_${i}.png`] = await makeImage({ ...page.scan, format: 'png' });
      media.push(
        `<ofd:MultiMedia ID="${900 + i}" Type="Image" Format="PNG"><ofd:MediaFile>image_${i}.png</ofd:MediaFile></ofd:MultiMedia>`,
      );
      objects = `<ofd:ImageObject ID="${700 + i}" CTM="210 0 0 297 0 0" Boundary="0 0 210 297" ResourceID="${900 + i}"/>`;
    } else objects = textObjects(page, i * 100 + 100);
    parts[`Doc_0/Pages/Page_${i}/Content.xml`] = pageXml(
      objects,
      recipe.template ? '<ofd:Template TemplateID="90" ZOrder="Background"/>' : '',
    );
  }
  if (recipe.template) parts['Doc_0/Tpls/Tpl_0/Content.xml'] = pageXml(textObjects(recipe.template, 5000), '');
  parts['Doc_0/Document.xml'] = document(recipe);
  parts['Doc_0/PublicRes.xml'] =
    `${XML}<ofd:Res ${NAMESPACE} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="1" FontName="仿宋" FamilyName="仿宋"/></ofd:Fonts>${media.length ? `<ofd:MultiMedias>${media.join('')}</ofd:MultiMedias>` : ''}</ofd:Res>`;
  if (recipe.annotations) {
    parts['Doc_0/Annots/Annotations.xml'] =
      `${XML}<ofd:Annotations ${NAMESPACE}><ofd:Page PageID="10"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`;
    parts['Doc_0/Annots/Page_0/Annotation.xml'] =
      `${XML}<ofd:PageAnnot ${NAMESPACE}>${recipe.annotations.map((text, i) => `<ofd:Annot ID="${800 + i}" Type="Stamp" Creator="审核" LastModDate="2026-03-06"><ofd:Remark>${escapeXml(text)}</ofd:Remark><ofd:Appearance Boundary="20 20 60 20">${textObjects([text], 850 + i * 10)}</ofd:Appearance></ofd:Annot>`).join('')}</ofd:PageAnnot>`;
  }
  if (recipe.attachments) {
    parts['Doc_0/Attachs/Attachments.xml'] =
      `${XML}<ofd:Attachments ${NAMESPACE}>${recipe.attachments.map(({ name }, i) => `<ofd:Attachment ID="a${i}" Name="${escapeXml(name)}" Visible="false"><ofd:FileLoc>file_${i}</ofd:FileLoc></ofd:Attachment>`).join('')}</ofd:Attachments>`;
    for (const [i, { text }] of recipe.attachments.entries()) parts[`Doc_0/Attachs/file_${i}`] = text;
  }
  return pack(parts);
}

function root({ info = {}, custom = {} }: OfdRecipe): string {
  const fields = Object.entries(info).map(([name, value]) => `<ofd:${name}>${escapeXml(value)}</ofd:${name}>`);
  const list = Object.entries(custom).map(
    ([name, value]) => `<ofd:CustomData Name="${escapeXml(name)}">${escapeXml(value)}</ofd:CustomData>`,
  );
  const datas = list.length ? `<ofd:CustomDatas>${list.join('')}</ofd:CustomDatas>` : '';
  return `${XML}<ofd:OFD ${NAMESPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>00000000000000000000000000000001</ofd:DocID>${fields.join('')}<ofd:CreationDate>2026-03-09</ofd:CreationDate>${datas}</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`;
}

function document({ pages, template, annotations, attachments }: OfdRecipe): string {
  const list = pages.map((_, i) => `<ofd:Page ID="${10 + i}" BaseLoc="Pages/Page_${i}/Content.xml"/>`);
  return `${XML}<ofd:Document ${NAMESPACE}><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>${template ? '<ofd:TemplatePage ID="90" BaseLoc="Tpls/Tpl_0/Content.xml"/>' : ''}</ofd:CommonData><ofd:Pages>${list.join('')}</ofd:Pages>${annotations ? '<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>' : ''}${attachments ? '<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>' : ''}</ofd:Document>`;
}

const pageXml = (objects: string, template: string) =>
  `${XML}<ofd:Page ${NAMESPACE}>${template}<ofd:Content><ofd:Layer ID="50" Type="Body">${objects}</ofd:Layer></ofd:Content></ofd:Page>`;

function textObjects(lines: OfdLine[], id: number): string {
  return lines
    .map((line, i) => {
      const codes = typeof line === 'string' ? [line] : line.codes;
      const inner = codes.map(
        (code, c) => `<ofd:TextCode X="${c * 20}" Y="5" DeltaX="g ${[...code].length} 5">${escapeXml(code)}</ofd:TextCode>`,
      );
      return `<ofd:TextObject ID="${id + i}" Boundary="20 ${20 + i * 9} 170 8" Font="1" Size="5">${inner.join('')}</ofd:TextObject>`;
    })
    .join('');
}
