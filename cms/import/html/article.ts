import type { Element, Nodes } from 'hast';
import { attribute, childrenOf, isElement } from './tree.ts';

/** Elements that hold nothing a reader of the article reads. */
export const NOT_SHOWN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'applet',
  'head',
  'input',
  'select',
  'textarea',
  'button',
  'svg',
  'audio',
  'video',
  'map',
]);
const FURNITURE = new Set(['nav', 'footer', 'aside', 'header', 'menu']);
const CONTAINERS = new Set([
  'div',
  'td',
  'tr',
  'tbody',
  'table',
  'section',
  'article',
  'main',
  'form',
  'center',
  'body',
  'html',
  'font',
  'span',
  'ul',
  'li',
  'dl',
  'dd',
]);
/** Names that the publishing systems of government portals give the article's own box. */
const ARTICLE =
  /(?:^|[\s_-])(?:zoom|ucap-content|trs_editor|trs_ueditor|trs_editor_view|pages_content|article[-_]?(?:content|body|con|text)|news[-_]?(?:content|text|con)|content[-_]?(?:text|body|main)|con[-_]?text|xxgk[-_]?content|j-fontcontent|detail[-_]?content|vsb_content|fontzoom|js_content)(?:$|[\s_-])/iu;

/** Whether style or attribute hides the element from a reader. */
export function isHidden(element: Element): boolean {
  return element.properties.hidden === true || /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(attribute(element, 'style'));
}

/** The element that holds the article: the box a publishing system names, or else where the sentences are. */
export function findArticle(body: Nodes): Nodes {
  const measured = new Map<Nodes, number>();
  measure(body, false, measured);
  const whole = measured.get(body) ?? 0;
  const named = [...measured.keys()].filter(
    (node): node is Element => isElement(node) && ARTICLE.test(`${attribute(node, 'id')} ${attribute(node, 'className')}`),
  );
  const largest = named.sort((a, b) => measured.get(b)! - measured.get(a)!)[0];
  if (largest && measured.get(largest)! >= whole * 0.4 && measured.get(largest)! > 0) return largest;
  const path: Nodes[] = [body];
  for (;;) {
    const weight = measured.get(path.at(-1)!) ?? 0;
    const inner = childrenOf(path.at(-1)!).find(
      (child) => isElement(child) && CONTAINERS.has(child.tagName) && (measured.get(child) ?? 0) >= weight * 0.85,
    );
    if (!inner || weight === 0) break;
    path.push(inner);
  }
  // A table that is part of the article is not the article: the box around it is.
  while (path.length > 1 && isElement(path.at(-1), 'table', 'tbody', 'tr', 'ul', 'li', 'dl', 'dd', 'span', 'font')) path.pop();
  return path.at(-1)!;
}

/** Counts, for every element, the characters in it that are not words of a link. */
function measure(node: Nodes, linked: boolean, measured: Map<Nodes, number>): number {
  if (node.type === 'text') return linked ? 0 : node.value.replace(/\s+/gu, '').length;
  if (isElement(node) && (NOT_SHOWN.has(node.tagName) || FURNITURE.has(node.tagName) || isHidden(node))) return 0;
  const inLink = linked || isElement(node, 'a');
  const sum = childrenOf(node).reduce((total, child) => total + measure(child, inLink, measured), 0);
  measured.set(node, sum);
  return sum;
}
