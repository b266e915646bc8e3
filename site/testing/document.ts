import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

/** A node of a parsed page. */
export interface Node {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}
export type Element = Node & { tagName: string; properties: Record<string, unknown>; children: Node[] };

const parser = unified().use(rehypeParse);

/** A page as a browser would understand it. */
export const parse = (html: string) => parser.parse(html) as unknown as Node;

/** Every element below a node, in the order of the page. */
export function* elements(node: Node): Generator<Element> {
  for (const child of node.children ?? []) {
    if (child.tagName) yield child as Element;
    yield* elements(child);
  }
}

/** The elements with a tag name, and with a class where one is asked for. */
export function find(node: Node, tagName: string, className?: string): Element[] {
  return [...elements(node)].filter((element) => element.tagName === tagName && (!className || classesOf(element).includes(className)));
}

const classesOf = ({ properties }: Element): string[] => (properties.className as string[] | undefined) ?? [];

/** Text as a reader sees it: white space does not count. */
export function textOf(node: Node | undefined): string {
  if (!node) return '';
  if (node.type === 'text') return node.value ?? '';
  return (node.children ?? []).map(textOf).join('');
}

/** An attribute as text; undefined where there is none. */
export function attribute({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  return value === undefined || value === null ? undefined : Array.isArray(value) ? value.join(' ') : String(value);
}

/** META tags by name, each with all its values. */
export function metaTags(page: Node): Map<string, string[]> {
  const tags = new Map<string, string[]>();
  for (const element of find(page, 'meta')) {
    const name = attribute(element, 'name');
    if (name) tags.set(name, [...(tags.get(name) ?? []), attribute(element, 'content') ?? '']);
  }
  return tags;
}
