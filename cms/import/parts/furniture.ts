import type { Block, Paragraph } from '../block.ts';
import { type Claims, type Found, type Left, mergeClaims } from '../reading.ts';
import { quote } from '../text.ts';
import { boilerplateIn, titleInBoilerplate } from './boilerplate.ts';
import { readCard } from './card.ts';
import { CATALOGUE_LEFT, readCatalogue } from './catalogue.ts';
import { toDocumentNumber } from './document-number.ts';
import { countPageEnd, isLikeNavigation, isNavigation, isNavigationAtTop } from './navigation.ts';

/** The document without the page around it. */
export interface Document {
  blocks: Block[];
  claims: Claims;
  left: Left[];
  found: Found[];
}

/** How far down a page its own head can reach, in blocks. */
const HEAD = 60;

/** Takes the furniture of a page from around and within a document: each piece is left, and told. */
export function removeFurniture(all: readonly Block[]): Document {
  const document: Document = { blocks: [...all], claims: {}, left: [], found: [] };
  const start = startOf(all, document);
  leaveAll(document, all.slice(0, start).filter(isParagraph), '网站导航');
  tellNavigation(document);
  const card = readCard(document.blocks.slice(0, HEAD));
  leaveBlocks(document, card.blocks, '百科网站的介绍，里面的内容已经用来填写字段');
  const catalogue = readCatalogue(document.blocks.slice(0, HEAD));
  leaveBlocks(document, catalogue.blocks, CATALOGUE_LEFT);
  document.claims = mergeClaims(document.claims, catalogue.claims, card.claims);
  leaveBoilerplate(document);
  const rest = document.blocks.filter(isParagraph);
  const ends = rest.slice(rest.length - countPageEnd(rest.map((line) => line.plain)));
  leaveAll(document, [...rest.filter((line) => isNavigation(line.plain) && !ends.includes(line)), ...ends], '网站导航和页面装饰');
  return document;
}

const isParagraph = (block: Block): block is Paragraph => block.kind === 'paragraph';

/**
 * Where the document begins: after the line of publication date and source that follows the page's
 * title, when all above it is like navigation; otherwise after the lines that certainly are.
 */
function startOf(all: readonly Block[], document: Document): number {
  const lines = all.slice(0, HEAD);
  const info = lines.findIndex(
    (block) =>
      block.kind === 'paragraph' &&
      block.plain.length < 150 &&
      /(?:发布|公开)(?:日期|时间) ?：|来源 ?：.*(?:作者|浏览|点击|字体|编辑|时间)/u.test(block.plain),
  );
  const title = lines[info - 1];
  const above = lines.slice(0, Math.max(info, 0));
  if (
    info > 0 &&
    title &&
    isParagraph(title) &&
    title.plain.length >= 4 &&
    above.every((block) => isParagraph(block) && isLikeNavigation(block.plain) && !toDocumentNumber(block.plain))
  ) {
    document.claims.title = title.text.value;
    leaveAll(document, [title], '网页标题，用来认定文件标题');
    return info - 1;
  }
  let start = 0;
  while (start < lines.length && isParagraph(lines[start]!) && isNavigationAtTop((lines[start] as Paragraph).plain)) start++;
  return start;
}

function tellNavigation(document: Document): void {
  const lines = document.left.filter((left) => left.reason === '网站导航');
  const first = lines[0];
  if (!first) return;
  const message = `正文前面有网站导航 ${lines.length} 行，没有带过来。核对里面有没有属于正文的内容。`;
  document.found.push({ at: first.at, text: first.text, message });
}

function leaveBoilerplate(document: Document): void {
  for (const line of document.blocks.filter(isParagraph)) {
    const extent = boilerplateIn(line);
    if (extent === 'none') continue;
    const span = quote(line.text);
    if (extent === 'some') document.found.push({ ...span, message: '这一段里夹着网站的套话，已经原样带过来。对照原件删去。' });
    else {
      const title = titleInBoilerplate(line);
      if (title && !document.claims.title) document.claims = { ...document.claims, title, title_at: span.at };
      document.found.push({ ...span, message: '这是网站的套话，不是文件内容，没有带过来。核对它有没有顶替文件的标题或者开头。' });
      leaveAll(document, [line], '网站的套话');
    }
  }
}

function leaveBlocks(document: Document, blocks: readonly Block[], reason: string): void {
  for (const block of blocks)
    leaveAll(
      document,
      block.kind === 'paragraph' ? [block] : block.kind === 'table' ? block.rows.flat().flatMap((cell) => cell.lines) : [],
      reason,
    );
  document.blocks = document.blocks.filter((block) => !blocks.includes(block));
}

/** Moves paragraphs out of the document. */
function leaveAll(document: Document, lines: readonly Paragraph[], reason: string): void {
  const gone = new Set<Block>(lines);
  document.blocks = document.blocks.filter((block) => !gone.has(block));
  document.left.push(...lines.map((line) => ({ ...quote(line.text), reason })));
}
