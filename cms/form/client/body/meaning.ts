import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** The tree of a Markdown text as the site reads it. */
export const parse = (markdown: string): Root => parser.parse(markdown) as Root;

/** Whether two Markdown texts say the same, however they are written. */
export const sameMeaning = (a: string, b: string) => meaningOf(blocksOf(parse(a))) === meaningOf(blocksOf(parse(b)));

/** Blocks of `before` that `after` does not say in the same way, as places in `before`. */
export function findLosses(before: string, after: string): { start: number; end: number }[] {
  const kept = new Set(blocksOf(parse(after)).map(meaningOf));
  return blocksOf(parse(before))
    .filter((block) => !kept.has(meaningOf(block)))
    .map((block) => ({ start: block.position!.start.offset!, end: block.position!.end.offset! }));
}

/** Blocks without definitions of links, which are written into the links themselves. */
const blocksOf = (root: Root): RootContent[] => withLinks(root).children.filter(({ type }) => type !== 'definition');

function meaningOf(node: object): string {
  return JSON.stringify(node, (key, value) => (UNSAID.has(key) || value === null || value === undefined ? undefined : value));
}

/** What a reader does not see: places, and how wide a list is set. */
const UNSAID = new Set(['position', 'spread', 'label', 'referenceType']);

/** References as the links and pictures that they stand for. */
function withLinks(root: Root): Root {
  const known = new Map<string, { url: string; title?: string | null }>();
  for (const node of root.children) if (node.type === 'definition' && !known.has(node.identifier)) known.set(node.identifier, node);
  if (known.size === 0) return root;
  const resolve = (node: any): any => {
    const target = node.identifier !== undefined ? known.get(node.identifier) : undefined;
    const children = node.children?.map(resolve);
    if (target && node.type === 'linkReference')
      return { type: 'link', title: target.title, url: target.url, children, position: node.position };
    if (target && node.type === 'imageReference')
      return { type: 'image', title: target.title, url: target.url, alt: node.alt, position: node.position };
    return children ? { ...node, children } : node;
  };
  return resolve(root);
}
