import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse, parseFragment } from 'parse5';

export type Node = DefaultTreeAdapterMap['node'];
export type Element = DefaultTreeAdapterMap['element'];
export type Parent = DefaultTreeAdapterMap['parentNode'];

/** Browsers stop nesting here too. */
const DEEPEST = 512;
/** UTF-16 units; a page that is longer is read tag by tag. */
const LONGEST = 5_000_000;

/**
 * The tree that a browser would make, with places. Nothing for a page that is so long, so deep or so
 * broken that its tree would be much larger than its source: `readFlat` reads those.
 */
export function parseTree(html: string, isWhole: boolean): Parent | undefined {
  if (html.length > LONGEST) return undefined;
  let depth = 0;
  let elements = 0;
  const most = html.length + 1000;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(...parts: Parameters<typeof defaultTreeAdapter.createElement>) {
      if (++elements > most) throw new TooMuch();
      return defaultTreeAdapter.createElement(...parts);
    },
    onItemPush() {
      if (++depth > DEEPEST) throw new TooMuch();
    },
    onItemPop() {
      depth--;
    },
  };
  const options = { sourceCodeLocationInfo: true, scriptingEnabled: false, treeAdapter };
  try {
    return isWhole ? parse(html, options) : parseFragment(html, options);
  } catch (error) {
    if (error instanceof TooMuch) return undefined;
    throw error;
  }
}

class TooMuch extends Error {}

export const isElement = (node: Node): node is Element => 'tagName' in node;

/** The children, those of a template's content included. */
export function childrenOf(node: Node): Node[] {
  if ('content' in node) return node.content.childNodes;
  return 'childNodes' in node ? node.childNodes : [];
}

/** An attribute's value, empty when it is not there. */
export function attribute(element: Element, name: string): string {
  return element.attrs.find((attr) => attr.name === name)?.value ?? '';
}
