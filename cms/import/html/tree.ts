import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { type Style, type Text, toText } from '../text.ts';

const parser = unified().use(rehypeParse);
const references = new Map<string, string>();

export const parsePage = (source: string): Root => parser.parse(source);

export const isElement = (node: Nodes | undefined, ...names: string[]): node is Element =>
  node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));

export const childrenOf = (node: Nodes): (RootContent | ElementContent)[] => ('children' in node ? node.children : []);

/** An attribute as text; empty when it is not there. */
export function attribute(node: Element, name: string): string {
  const value = node.properties[name];
  return Array.isArray(value) ? value.join(' ') : value === undefined || value === null ? '' : String(value);
}

/** The first element, in document order, that passes. */
export function findElement(node: Nodes, passes: (element: Element) => boolean): Element | undefined {
  return allElements(node).find(passes);
}

export function allElements(node: Nodes): Element[] {
  return childrenOf(node).flatMap((child) => [...(child.type === 'element' ? [child] : []), ...allElements(child)]);
}

export function wordsOf(node: Nodes): string {
  return node.type === 'text' ? node.value : childrenOf(node).map(wordsOf).join('');
}

/** The characters of a text node with their offsets in the page, past `&nbsp;` and its like. */
export function charactersOf(node: Extract<Nodes, { type: 'text' }>, source: string, style?: Style): Text {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const at: number[] = [];
  let from = start;
  for (let i = 0; i < node.value.length; ) {
    const reference =
      source[from] === '&'
        ? /^&(?:#[xX]?[0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?/u.exec(source.slice(from, from + 40))?.[0]
        : undefined;
    const decoded = reference ? decodeReference(reference) : undefined;
    const length = reference && decoded !== undefined && node.value.startsWith(decoded, i) ? decoded.length : 1;
    for (let unit = 0; unit < length; unit++) at.push(Math.min(from, end));
    i += length;
    from = Math.min(from + (reference && decoded !== undefined ? reference.length : 1), end);
  }
  const text = toText(node.value, start, style);
  return { ...text, at: at.slice(0, node.value.length) };
}

function decodeReference(reference: string): string | undefined {
  let decoded = references.get(reference);
  if (decoded === undefined) {
    decoded = wordsOf(parsePage(`<p>${reference}</p>`));
    references.set(reference, decoded);
  }
  return decoded === reference ? undefined : decoded;
}
