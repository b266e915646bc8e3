import type { Nodes, Parents, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { readHtmlFragment } from '../html/read-html-fragment.ts';
import type { Piece, PieceKind } from '../piece.ts';
import { addressPiece } from './address-piece.ts';
import { type Line, lineOf } from './line.ts';
import { restoreBrackets, tameBrackets } from './tame-brackets.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(keepPlaces);
const WHERE = '“正文”';

/**
 * The pieces of a Markdown text: a block each, with its inline markup resolved; and apart from these the targets and
 * titles of links, the words of pictures, raw HTML with its comments and attributes.
 * @param base offset of the text in the source
 */
export function readBody(text: string, base: number): Piece[] {
  const pieces: Piece[] = [];
  let table = 0;
  const say = (kind: PieceKind, { text, offsets }: Line, more: Partial<Piece> = {}) => {
    if (text.trim() !== '') pieces.push({ text, where: WHERE, kind, isHidden: false, offsets, ...more });
  };
  const written = (node: Nodes) => text.slice(node.position!.start.offset!, node.position!.end.offset!);
  const place = (node: Nodes) => base + node.position!.start.offset!;

  const visit = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading') block(node, node.type);
    else if (node.type === 'table') cells(node);
    else if (node.type === 'code') say('code', lineOf([node], text, base));
    else if (node.type === 'html') pieces.push(...toTables(readHtmlFragment(written(node), place(node), WHERE)));
    else if (node.type === 'definition') pieces.push(...addressPiece(node, written(node), place(node), WHERE));
    else if ('children' in node) for (const child of node.children) visit(child);
  };
  const block = (node: Parents, kind: PieceKind, more: Partial<Piece> = {}) => {
    say(kind, lineOf(node.children, text, base), more);
    for (const child of node.children) aside(child);
  };
  /** What stands inside a block without being its text. */
  const aside = (node: Nodes): void => {
    if (node.type === 'html')
      pieces.push(...readHtmlFragment(written(node), place(node), WHERE).filter(({ kind }) => kind !== 'paragraph'));
    if (node.type === 'link' || node.type === 'image') pieces.push(...addressPiece(node, written(node), place(node), WHERE));
    if ('children' in node) for (const child of node.children) aside(child);
  };
  const cells = (node: Table) => {
    table++;
    for (const [row, line] of node.children.entries())
      for (const [column, cell] of line.children.entries()) block(cell, 'cell', { cell: { table, row, column } });
  };
  /** Tables of each stretch of HTML are numbered from its own beginning; here they follow those before. */
  const toTables = (found: Piece[]): Piece[] => {
    const numbers = new Map<number, number>();
    return found.map((piece) => {
      if (!piece.cell) return piece;
      if (!numbers.has(piece.cell.table)) numbers.set(piece.cell.table, ++table);
      return { ...piece, cell: { ...piece.cell, table: numbers.get(piece.cell.table)! } };
    });
  };

  const tamed = tameBrackets(text);
  const tree = parser.parse(tamed);
  if (tamed !== text) restoreBrackets(tree);
  visit(tree);
  return pieces;
}

/**
 * Leaves out what remark-gfm does to a finished tree: it makes links of addresses that stand right behind other letters,
 * and neither these nor the text around them know any more where they stand. Their words are text like other text.
 */
function keepPlaces(this: Processor) {
  const data = this.data();
  data.fromMarkdownExtensions = data.fromMarkdownExtensions?.flat().map((extension) => ({ ...extension, transforms: [] }));
}
