import { type ImageRecipe, makeImage } from './image.ts';
import type { OfficePackage } from './office-package.ts';
import { makeXlsx, type XlsxRecipe } from './xlsx.ts';
import { escapeXml } from './xml.ts';

/** A piece of a Word document's body; a string is a paragraph. */
export type DocxBlock =
  | string
  | { heading: string }
  /** One paragraph in several runs. */
  | { runs: string[] }
  | { table: string[][] }
  /** Tracked changes. */
  | { deleted: string; before?: string }
  | { inserted: string; before?: string }
  /** Hidden characters. */
  | { hidden: string }
  | { white: string }
  /** DrawingML text box. */
  | { box: string }
  | { vmlBox: string }
  | { field: string; shown: string }
  | { link: string; shown: string }
  | { note: string; on: string }
  | { comment: string; on: string; author?: string }
  | { picture: ImageRecipe; alt?: string }
  | { workbook: XlsxRecipe }
  /** HTML that Word takes in when it opens the file. */
  | { chunk: string };

export const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ');

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const BY = (author: string) => `w:author="${escapeXml(author)}" w:date="2026-03-06T10:00:00Z"`;

const run = (text: string, properties = '', tag = 'w:t') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<${tag} xml:space="preserve">${escapeXml(text)}</${tag}></w:r>`;
const paragraph = (inner: string, properties = '') => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;

/** Writes blocks, and the parts they need, into a package. */
export class DocxBlocks {
  readonly #office: OfficePackage;
  readonly #main: string;
  readonly #notes: string[] = [];
  readonly #comments: string[] = [];
  #parts = 0;

  constructor(office: OfficePackage, main: string) {
    this.#office = office;
    this.#main = main;
  }

  async xml(block: DocxBlock): Promise<string> {
    if (typeof block === 'string') return paragraph(run(block));
    if ('heading' in block) return paragraph(run(block.heading, '<w:b/>'), '<w:jc w:val="center"/>');
    if ('runs' in block) return paragraph(block.runs.map((text) => run(text)).join(''));
    if ('table' in block) return table(block.table);
    if ('deleted' in block) return paragraph(before(block) + deletion(block.deleted));
    if ('inserted' in block) return paragraph(`${before(block)}<w:ins w:id="82" ${BY('办公室')}>${run(block.inserted)}</w:ins>`);
    if ('hidden' in block) return paragraph(run(block.hidden, '<w:vanish/>'));
    if ('white' in block) return paragraph(run(block.white, '<w:color w:val="FFFFFF"/>'));
    if ('box' in block) return paragraph(drawingBox(block.box));
    if ('vmlBox' in block) return paragraph(vmlBox(block.vmlBox));
    if ('field' in block) return paragraph(field(block.field, block.shown));
    if ('link' in block) return this.#link(block.link, block.shown);
    if ('note' in block) return this.#note(block.note, block.on);
    if ('comment' in block) return this.#comment(block.comment, block.on, block.author ?? '审核');
    if ('picture' in block) return this.#picture(block.picture, block.alt ?? '');
    if ('workbook' in block) return this.#workbook(block.workbook);
    return this.#chunk(block.chunk);
  }

  /** Adds the parts for notes and comments. */
  close(): void {
    this.#addList('footnotes', this.#notes);
    this.#addList('comments', this.#comments);
  }

  #addList(part: string, list: string[]): void {
    if (!list.length) return;
    const path = `word/${part}.xml`;
    this.#office.add(path, `${TYPE}.${part}+xml`, `<w:${part} ${NAMESPACES}>${list.join('')}</w:${part}>`);
    this.#office.relate(this.#main, part, path);
  }

  #link(target: string, shown: string): string {
    const id = this.#office.relateOutside(this.#main, 'hyperlink', target);
    return paragraph(`<w:hyperlink r:id="${id}">${run(shown)}</w:hyperlink>`);
  }

  #note(text: string, on: string): string {
    const id = this.#notes.length + 1;
    this.#notes.push(`<w:footnote w:id="${id}">${paragraph(run(text))}</w:footnote>`);
    return paragraph(`${run(on)}<w:r><w:footnoteReference w:id="${id}"/></w:r>`);
  }

  #comment(text: string, on: string, author: string): string {
    const id = this.#comments.length;
    this.#comments.push(`<w:comment w:id="${id}" ${BY(author)}>${paragraph(run(text))}</w:comment>`);
    const range = `<w:commentRangeStart w:id="${id}"/>${run(on)}<w:commentRangeEnd w:id="${id}"/>`;
    return paragraph(`${range}<w:r><w:commentReference w:id="${id}"/></w:r>`);
  }

  async #picture(recipe: ImageRecipe, alt: string): Promise<string> {
    const path = `word/media/image${++this.#parts}.${recipe.format === 'jpeg' ? 'jpg' : 'png'}`;
    this.#office.add(path, `image/${recipe.format ?? 'png'}`, await makeImage(recipe));
    const id = this.#office.relate(this.#main, 'image', path);
    return paragraph(
      `<w:r><w:drawing><wp:inline><wp:extent cx="4000000" cy="2600000"/><wp:docPr id="${this.#parts}" name="图片 ${this.#parts}" descr="${escapeXml(alt)}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="4000000" cy="2600000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
    );
  }

  async #workbook(recipe: XlsxRecipe): Promise<string> {
    const path = `word/embeddings/Microsoft_Excel_Worksheet${++this.#parts}.xlsx`;
    this.#office.add(path, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', await makeXlsx(recipe));
    const id = this.#office.relate(this.#main, 'package', path);
    return paragraph(
      `<w:r><w:object><v:shape id="_x0000_i1025" style="width:300pt;height:120pt"/><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" ShapeID="_x0000_i1025" DrawAspect="Content" ObjectID="_1" r:id="${id}"/></w:object></w:r>`,
    );
  }

  #chunk(html: string): string {
    const path = `word/afchunk${++this.#parts}.html`;
    this.#office.add(path, 'text/html', new TextEncoder().encode(html));
    return `<w:altChunk r:id="${this.#office.relate(this.#main, 'aFChunk', path)}"/>`;
  }
}

const before = (block: { before?: string }) => (block.before ? run(block.before) : '');
const deletion = (text: string) => `<w:del w:id="81" ${BY('办公室')}>${run(text, '', 'w:delText')}</w:del>`;

function table(rows: string[][]): string {
  const cells = rows.map((row) => `<w:tr>${row.map((text) => `<w:tc>${paragraph(run(text))}</w:tc>`).join('')}</w:tr>`);
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>${cells.join('')}</w:tbl>`;
}

function field(instruction: string, shown: string): string {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  return `${mark('begin')}${run(instruction, '', 'w:instrText')}${mark('separate')}${run(shown)}${mark('end')}`;
}

function drawingBox(text: string): string {
  return `<w:r><w:drawing><wp:inline><wp:extent cx="2000000" cy="600000"/><wp:docPr id="9" name="文本框 9"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"/></wps:spPr><wps:txbx><w:txbxContent>${paragraph(run(text))}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

function vmlBox(text: string): string {
  return `<w:r><w:pict><v:shape id="_x0000_s1030" style="width:160pt;height:40pt"><v:textbox><w:txbxContent>${paragraph(run(text))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
}
