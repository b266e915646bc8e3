import type { PieceKind } from '../piece.ts';
import type { PlacedText } from '../text/placed-text.ts';
import { readAttributes } from './attributes.ts';
import { readComment } from './comment.ts';
import { Flow } from './flow.ts';
import { Grid } from './grid.ts';
import { childrenOf, type Element, isElement, type Node } from './parse-tree.ts';
import { readPage } from './read-page.ts';
import type { Scope } from './scope.ts';
import { placeTextNode } from './text-node.ts';
import { type Look, lookOf } from './visibility.ts';

/** Elements whose words run on in the paragraph around them; every other one makes a paragraph of its own. */
const INLINE = new Set(
  `a abbr acronym b bdi bdo big blink cite code data del dfn em font i img input ins kbd label map mark nobr o:p q rb rp rt ruby s samp
  small span strike strong sub sup time tt u var wbr svg tspan st1:chsdate st1:personname meter output progress picture source area button`.split(
    /\s+/u,
  ),
);
/** Elements whose text is not words on the page, with what it is instead. */
const APART: Record<string, [kind: PieceKind, label: string]> = {
  script: ['code', '脚本'],
  style: ['code', '样式'],
  title: ['property', '标题'],
};
const PAGES = new Set(['iframe', 'noembed', 'noframes']);
const TABLE_PARTS = new Set(['table', 'tr', 'tbody', 'thead', 'tfoot', 'colgroup', 'col']);

interface Around {
  flow: Flow;
  look: Look;
  grid: Grid | undefined;
  keepsSpace: boolean;
}

/** Puts down everything in a node and below it. */
export function walk(node: Node, around: Around, scope: Scope): void {
  if (isElement(node)) walkElement(node, around, scope);
  else if (node.nodeName === '#text' && 'value' in node) around.flow.addText(placeTextNode(node, scope.html), around.keepsSpace);
  else if (node.nodeName === '#comment' && 'data' in node) readComment(node, scope);
  else walkAll(node, around, scope);
}

function walkElement(node: Element, outer: Around, scope: Scope): void {
  const around = { ...outer, look: lookOf(node, outer.look) };
  readAttributes(node, around.look, scope);
  if (around.look.isHidden && !outer.look.isHidden) noteHidden(node, scope);
  const apart = APART[node.tagName];
  if (node.tagName === 'br') breakAt(node, around.flow);
  else if (apart || PAGES.has(node.tagName)) readApart(node, apart, around.look, scope);
  else if (node.tagName === 'td' || node.tagName === 'th') walkCell(node, around, scope);
  else if (TABLE_PARTS.has(node.tagName)) walkTable(node, around, scope);
  else if (!INLINE.has(node.tagName)) walkBlock(node, around, scope);
  else walkInline(node, around, scope);
}

function walkInline(node: Element, around: Around, scope: Scope): void {
  const { flow, look } = around;
  if (look.isHidden === flow.isHidden) walkAll(node, around, scope);
  else {
    const own = new Flow(scope, flow.kind, look.isHidden, flow.label, flow.cell);
    walkAll(node, { ...around, flow: own }, scope);
    own.flush();
  }
}

function walkAll(node: Node, around: Around, scope: Scope): void {
  for (const child of childrenOf(node)) walk(child, around, scope);
}

function walkBlock(node: Element, around: Around, scope: Scope): void {
  const keepsSpace = around.keepsSpace || ['pre', 'textarea', 'listing', 'xmp', 'plaintext'].includes(node.tagName);
  const { flow } = around;
  // A cell is one text, whatever paragraphs are in it.
  if (flow.cell && flow.isHidden === around.look.isHidden) {
    const at = node.sourceCodeLocation;
    flow.breakLine(at?.startOffset ?? 0, at?.startOffset ?? 0, true);
    walkAll(node, { ...around, keepsSpace }, scope);
    flow.breakLine(at?.endOffset ?? 0, at?.endOffset ?? 0, true);
    return;
  }
  if (!flow.cell) flow.flush();
  const own = new Flow(scope, flow.cell ? 'cell' : kindOf(node), around.look.isHidden, flow.cell ? flow.label : '', flow.cell);
  walkAll(node, { ...around, keepsSpace, flow: own }, scope);
  own.flush();
}

function kindOf(node: Element): PieceKind {
  if (/^h[1-6]$/u.test(node.tagName)) return 'heading';
  return node.tagName === 'text' || node.tagName === 'foreignobject' ? 'shape' : 'paragraph';
}

function walkTable(node: Element, around: Around, scope: Scope): void {
  if (node.tagName === 'tr') around.grid?.startRow();
  if (node.tagName === 'col') around.grid?.addColumn(node, around.look.isHidden);
  if (node.tagName === 'table') {
    if (!around.flow.cell) around.flow.flush();
    const flow = new Flow(scope, 'paragraph', around.look.isHidden);
    walkAll(node, { ...around, flow, grid: new Grid(scope.shared.tables.next++) }, scope);
    flow.flush();
  } else walkAll(node, around, scope);
}

function walkCell(node: Element, around: Around, scope: Scope): void {
  const grid = around.grid ?? new Grid(scope.shared.tables.next++);
  const cell = grid.place(node);
  const isInHiddenColumn = grid.isHidden(cell);
  const look = { ...around.look, isHidden: around.look.isHidden || isInHiddenColumn };
  if (isInHiddenColumn) scope.trait('hidden-columns', `第${cell.table + 1}个表格`);
  const label = `第${cell.table + 1}个表格第${cell.row + 1}行第${cell.column + 1}列`;
  const flow = new Flow(scope, 'cell', look.isHidden, label, cell);
  walkAll(node, { ...around, look, flow, grid: undefined }, scope);
  flow.flush();
}

function breakAt(node: Element, flow: Flow): void {
  const at = node.sourceCodeLocation;
  flow.breakLine(at?.startOffset ?? 0, at?.endOffset ?? 0);
}

function readApart(node: Element, apart: (typeof APART)[string] | undefined, look: Look, scope: Scope): void {
  for (const child of childrenOf(node)) {
    if (child.nodeName !== '#text' || !('value' in child)) continue;
    const text = placeTextNode(child, scope.html);
    if (apart) scope.add(text, apart[0], look.isHidden || apart[0] === 'code', apart[1]);
    else readFrame(text, scope);
  }
}

/** The words in a frame, as they stand where frames lie in frames beyond reason. */
function readFrame(text: PlacedText, scope: Scope): void {
  const page = scope.inner(text, '内嵌网页', true);
  if (page) readPage(page, false);
  else scope.add(text, 'code', true, '内嵌网页');
}

function noteHidden(node: Element, scope: Scope): void {
  if (node.tagName === 'input' || node.tagName === 'template' || node.tagName === 'noscript') return;
  if (node.tagName === 'tr') scope.trait('hidden-rows');
  else if (node.tagName !== 'col' && childrenOf(node).length > 0) scope.trait('hidden-text');
}
