import { type DocxBlock, DocxBlocks, NAMESPACES } from './docx-blocks.ts';
import { watermark } from './docx-watermark.ts';
import { macroProject } from './macro.ts';
import { OfficePackage } from './office-package.ts';
import { addProperties, type Properties } from './properties.ts';
import { escapeXml } from './xml.ts';

/** A Word document. */
export interface DocxRecipe extends Properties {
  body: DocxBlock[];
  header?: string;
  firstHeader?: string;
  footer?: string;
  /** WordArt behind every page. */
  watermark?: string;
  /** Path of the attached template. */
  template?: string;
  /** Visual Basic source. */
  macro?: string;
  /** A data part that is not shown. */
  customXml?: string;
  /** Document variables, which only macros and fields see. */
  variables?: Record<string, string>;
}

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const MAIN = 'word/document.xml';

export async function makeDocx(recipe: DocxRecipe): Promise<Uint8Array> {
  const office = new OfficePackage();
  office.relate('', 'officeDocument', MAIN);
  const blocks = new DocxBlocks(office, MAIN);
  let body = '';
  for (const block of recipe.body) body += await blocks.xml(block);
  blocks.close();
  const margins = [
    margin(office, 'header', 'default', recipe.header, recipe.watermark),
    margin(office, 'header', 'first', recipe.firstHeader),
    margin(office, 'footer', 'default', recipe.footer),
  ].join('');
  const section = `<w:sectPr>${margins}<w:pgSz w:w="11906" w:h="16838"/>${recipe.firstHeader ? '<w:titlePg/>' : ''}</w:sectPr>`;
  office.add(
    MAIN,
    recipe.macro ? 'application/vnd.ms-word.document.macroEnabled.main+xml' : `${TYPE}.document.main+xml`,
    `<w:document ${NAMESPACES}><w:body>${body}${section}</w:body></w:document>`,
  );
  addSettings(office, recipe);
  addProperties(office, recipe);
  if (recipe.macro) {
    office.add('word/vbaProject.bin', 'application/vnd.ms-office.vbaProject', macroProject(recipe.macro));
    office.relate(MAIN, 'http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'word/vbaProject.bin');
  }
  if (recipe.customXml) {
    office.add('customXml/item1.xml', 'application/xml', `<data>${escapeXml(recipe.customXml)}</data>`);
    office.relate(MAIN, 'customXml', 'customXml/item1.xml');
  }
  return office.bytes();
}

function margin(office: OfficePackage, kind: 'header' | 'footer', page: 'default' | 'first', text?: string, mark?: string): string {
  if (!text && !mark) return '';
  const path = `word/${kind}-${page}.xml`;
  const tag = kind === 'header' ? 'hdr' : 'ftr';
  const paragraph = `<w:p>${mark ? watermark(mark) : ''}<w:r><w:t xml:space="preserve">${escapeXml(text ?? '')}</w:t></w:r></w:p>`;
  office.add(path, `${TYPE}.${kind}+xml`, `<w:${tag} ${NAMESPACES}>${paragraph}</w:${tag}>`);
  return `<w:${kind}Reference w:type="${page}" r:id="${office.relate(MAIN, kind, path)}"/>`;
}

function addSettings(office: OfficePackage, { template, variables = {} }: DocxRecipe): void {
  const path = 'word/settings.xml';
  const attached = template ? `<w:attachedTemplate r:id="${office.relateOutside(path, 'attachedTemplate', template)}"/>` : '';
  const list = Object.entries(variables).map(([name, value]) => `<w:docVar w:name="${escapeXml(name)}" w:val="${escapeXml(value)}"/>`);
  const vars = list.length ? `<w:docVars>${list.join('')}</w:docVars>` : '';
  office.add(path, `${TYPE}.settings+xml`, `<w:settings ${NAMESPACES}>${attached}${vars}</w:settings>`);
  office.relate(MAIN, 'settings', path);
}
