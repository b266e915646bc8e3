import type { BlockContent, DefinitionContent, List, ListItem, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Block, Paragraph } from '../block.ts';
import { isSetWide } from '../parts/set-wide.ts';
import type { Piece } from '../parts/structure.ts';
import { join, pick, slice, standIn, type Text } from '../text.ts';
import { toInline } from './inline.ts';
import { toTable } from './tables.ts';

const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', rule: '-', incrementListMarker: true });

/** The pieces of a document as Markdown text. */
export function toMarkdown(pieces: readonly Piece[]): string {
  const children: RootContent[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const items = itemsFrom(pieces, i);
    if (items.length === 0) children.push(...toNodes(pieces[i]!));
    else {
      children.push(...toLists(items));
      i += items.length - 1;
    }
  }
  const root: Root = { type: 'root', children };
  return writer.stringify(root);
}

function toNodes(piece: Piece): RootContent[] {
  if (piece.role === 'heading') return [{ type: 'heading', depth: piece.level as 2, children: toInline(toHeadingText(piece)) }];
  if (piece.role === 'article') return [toArticle(piece)];
  return [toBlock(piece.block)];
}

function toBlock(block: Block): BlockContent | DefinitionContent {
  if (block.kind === 'table') return toTable(block);
  if (block.kind === 'note')
    return { type: 'footnoteDefinition', identifier: block.id, label: block.id, children: block.lines.map(toParagraph) };
  return toParagraph(block);
}

const toParagraph = (line: Paragraph): BlockContent => ({ type: 'paragraph', children: toInline(line.text) });

/** 第一条 in bold, its spaces gone, and the text after one space. */
function toArticle({ line, label }: Extract<Piece, { role: 'article' }>): BlockContent {
  const name = slice(line.text, 0, label).value.replaceAll(' ', '');
  const rest = trimStart(slice(line.text, label));
  const space = rest.value === '' ? [] : [standIn(' ', 0)];
  return {
    type: 'paragraph',
    children: [{ type: 'strong', children: [{ type: 'text', value: name }] }, ...toInline(join([...space, rest]))],
  };
}

/** 第一章 and its name with one space between; a name set wide, as 总 则, without the spaces. */
function toHeadingText(piece: Extract<Piece, { role: 'heading' }>): Text {
  const whole = plainLook(join(piece.lines.map((line) => line.text)));
  if (!piece.label) return whole;
  const label = slice(whole, 0, piece.label);
  const name = trimStart(slice(whole, piece.label));
  const closed = isSetWide(name.value) ? pick(name, (i) => name.value[i] !== ' ') : name;
  return join([pick(label, (i) => label.value[i] !== ' '), ...(closed.value === '' ? [] : [standIn(' ', 0), closed])]);
}

/** A heading's look is its own: of what the source gave it only notes, pictures and links stay. */
function plainLook(text: Text): Text {
  return {
    value: text.value.replaceAll('\n', ' '),
    at: text.at,
    style: text.style.map((style) =>
      style?.image || style?.note || style?.href ? { image: style.image, note: style.note, href: style.href } : undefined,
    ),
  };
}

function trimStart(text: Text): Text {
  return slice(text, text.value.length - text.value.trimStart().length);
}

/** The items of lists that follow one another from here on. */
function itemsFrom(pieces: readonly Piece[], start: number): Paragraph[] {
  const items: Paragraph[] = [];
  for (let i = start; i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (piece.role !== 'block' || piece.block.kind !== 'paragraph' || !piece.block.item) break;
    items.push(piece.block);
  }
  return items;
}

/** Items as lists, the deeper ones inside the item above them. */
function toLists(items: readonly Paragraph[]): List[] {
  const lists: List[] = [];
  let next: number | undefined;
  for (let i = 0; i < items.length; ) {
    const item = items[i]!.item!;
    let end = i + 1;
    while (end < items.length && (items[end]!.item!.depth > item.depth || items[end]!.item!.goesOn)) end++;
    const last = lists.at(-1);
    const goesOn = last && last.ordered === (item.number !== undefined) && item.number === next;
    const list: List = goesOn
      ? last
      : { type: 'list', ordered: item.number !== undefined, start: item.number, spread: false, children: [] };
    if (!goesOn) lists.push(list);
    list.children.push(toListItem(items[i]!, items.slice(i + 1, end)));
    next = item.number === undefined ? undefined : item.number + 1;
    i = end;
  }
  return lists;
}

/** What stands in one item, in its order: paragraphs, and lists that go deeper. */
function toListItem(own: Paragraph, inner: readonly Paragraph[]): ListItem {
  const children: ListItem['children'] = [toParagraph(own)];
  for (let i = 0; i < inner.length; ) {
    let end = i;
    while (end < inner.length && inner[end]!.item!.depth > own.item!.depth) end++;
    if (end > i) children.push(...toLists(inner.slice(i, end)));
    else children.push(toParagraph(inner[end++]!));
    i = end;
  }
  return { type: 'listItem', spread: children.some((child, i) => i > 0 && child.type === 'paragraph'), children };
}
