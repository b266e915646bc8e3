import type { Element, Nodes } from 'hast';
import { type Block, type Item, paragraph } from '../block.ts';
import type { Files } from '../files.ts';
import { clean } from '../read/white-space.ts';
import type { Found, Left } from '../reading.ts';
import { join, OBJECT, type Style, splitLines, standIn, type Text } from '../text.ts';
import { isHidden, NOT_SHOWN } from './article.ts';
import { followLink, type LinkCounts, takePicture } from './links.ts';
import { toTableBlocks } from './table.ts';
import { attribute, charactersOf, childrenOf, isElement, wordsOf } from './tree.ts';

const BLOCKS = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'center',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'table',
  'blockquote',
  'pre',
  'dl',
  'dt',
  'dd',
  'form',
  'fieldset',
  'figure',
  'figcaption',
  'address',
  'hr',
  'header',
  'tr',
  'td',
  'th',
  'tbody',
]);

/** What a page is being read into. */
export interface PageReading {
  source: string;
  files: Files;
  left: Left[];
  found: Found[];
  counts: LinkCounts;
  /** An element that is read apart, when this reads what is around it: of that, no picture is taken. */
  skip?: Nodes;
}

interface Around {
  style?: Style;
  heading?: number;
  item?: Item;
  /** Line breaks stay inside the paragraph, as in headings and cells. */
  keepsBreaks?: true;
  /** Every line of the page's source is a paragraph, as in <pre>. */
  byLine?: true;
}

/** The blocks of an element of the page, in reading order. */
export function toBlocks(node: Nodes, page: PageReading, around: Around = {}): Block[] {
  if (node === page.skip) return [];
  const blocks: Block[] = [];
  let run: Text[] = [];
  const flush = () => {
    const text = clean(join(run.length > 0 ? run : [standIn('', 0)]));
    if (text.value !== '') blocks.push(paragraph(text, { heading: around.heading, item: around.item }));
    run = [];
  };
  const walk = (child: Nodes, style: Style | undefined) => {
    if (child.type === 'text') pushText(charactersOf(child, page.source, style));
    if (!isElement(child) || NOT_SHOWN.has(child.tagName)) return;
    if (child === page.skip) return flush();
    if (isHidden(child)) leave(child, page, '网页上隐藏的文字，读者看不到');
    else if (child.tagName === 'br') around.keepsBreaks ? run.push(standIn('\n', child.position?.start.offset ?? 0)) : flush();
    else if (child.tagName === 'img') pushPicture(child, style);
    else if (BLOCKS.has(child.tagName)) {
      flush();
      blocks.push(...toInnerBlocks(child, page, { ...around, style }));
    } else for (const inner of child.children) walk(inner, toStyle(child, style, page));
  };
  const pushText = (text: Text) => {
    const lines = around.byLine ? splitLines(text) : [inLine(text)];
    lines.forEach((line, i) => {
      if (i > 0) flush();
      run.push(line);
    });
  };
  const pushPicture = (element: Element, style: Style | undefined) => {
    if (page.skip) return;
    const image = takePicture(element, page.files, page.found, page.counts);
    if (image) run.push(standIn(OBJECT, element.position?.start.offset ?? 0, { ...style, image }));
  };
  for (const child of childrenOf(node)) walk(child, around.style);
  flush();
  return blocks;
}

function toInnerBlocks(element: Element, page: PageReading, around: Around): Block[] {
  const heading = /^h([1-6])$/u.exec(element.tagName)?.[1];
  if (heading) return toBlocks(element, page, { ...around, heading: Number(heading), keepsBreaks: true });
  if (isElement(element, 'table')) return toTableBlocks(element, page);
  if (isElement(element, 'pre')) return toBlocks(element, page, { ...around, byLine: true });
  if (isElement(element, 'ul', 'ol')) return toItems(element, page, around);
  return toBlocks(element, page, around);
}

function toItems(list: Element, page: PageReading, around: Around): Block[] {
  let number = Number.parseInt(attribute(list, 'start'), 10) || 1;
  const depth = (around.item?.depth ?? -1) + 1;
  return list.children.flatMap((child) => {
    const item: Item = isElement(list, 'ol') ? { depth, number } : { depth };
    const isItem = isElement(child, 'li');
    if (isItem) number++;
    const inner = toBlocks(isItem ? child : { type: 'root', children: [child] }, page, { ...around, item });
    return inner.map((block, i) =>
      i > 0 && block.kind === 'paragraph' && block.item === item ? { ...block, item: { ...item, goesOn: true as const } } : block,
    );
  });
}

/** A line end in the page's source is a space to its reader; only an element breaks the line. */
const inLine = (text: Text): Text => ({ ...text, value: text.value.replaceAll('\n', ' ') });

function toStyle(element: Element, style: Style | undefined, page: PageReading): Style | undefined {
  if (isElement(element, 'b', 'strong') || /font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(attribute(element, 'style')))
    return { ...style, bold: true };
  if (isElement(element, 'sup')) return { ...style, raised: true };
  if (isElement(element, 'sub')) return { ...style, lowered: true };
  if (!isElement(element, 'a')) return style;
  const href = followLink(element, page.files, page.found, page.counts);
  return href ? { ...style, href } : style;
}

function leave(node: Nodes, page: PageReading, reason: string): void {
  const text = wordsOf(node).replace(/\s+/gu, ' ').trim();
  if (text !== '') page.left.push({ at: node.position?.start.offset ?? 0, text, reason });
}
