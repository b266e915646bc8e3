import type { Element, Nodes } from 'hast';

/** Every element below a node, in the order of the page. */
export function* elements(node: Nodes): Generator<Element> {
  if (!('children' in node)) return;
  for (const child of node.children) {
    if (child.type === 'element') yield child;
    yield* elements(child);
  }
}

/** The elements with one of these tag names. */
export const find = (node: Nodes, ...names: string[]): Element[] => [...elements(node)].filter(({ tagName }) => names.includes(tagName));

/** Text as a reader sees it, with single spaces. */
export const textOf = (node: Nodes | undefined): string => (node ? rawText(node).replace(/\s+/gu, ' ').trim() : '');

const rawText = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(rawText).join('') : '';

/** An attribute as text, by its name in hast; undefined where there is none. */
export function attribute({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  return value === undefined || value === null ? undefined : Array.isArray(value) ? value.join(' ') : String(value);
}
