import { attribute, childrenOf, isElement, type Node, parseTree } from '../../../reading/html/parse-tree.ts';
import { type Look, lookOf, PLAIN } from '../../../reading/html/visibility.ts';

interface HiddenLink {
  /** Offsets in the body. */
  start: number;
  end: number;
  isComment: boolean;
}

const LINK = /\]\([^)\s]+|https?:\/\//iu;
/** Zero size, or off the page. */
const NO_SIZE =
  /(?:^|;)\s*(?:(?:max-)?(?:width|height)|font-size|line-height)\s*:\s*(?:0*\.?0+|1px)(?:px|em|rem|pt|%)?\s*(?:;|!|$)|clip\s*:\s*rect\(0|(?:left|top|right|margin-left)\s*:\s*-\d{3,}/iu;

/** Links that a reader cannot see, in the HTML of a Markdown text; what Markdown itself writes is text to the HTML around it. */
export function hiddenLinks(body: string): HiddenLink[] {
  const found: HiddenLink[] = [];
  const tree = parseTree(withoutCode(body), false);
  const visit = (node: Node, look: Look) => {
    if (node.nodeName === '#comment') {
      const place = placeOf(node);
      if (LINK.test('data' in node ? node.data : '') && place) found.push({ ...place, isComment: true });
      return;
    }
    const inner = isElement(node) ? lookOf(node, look) : look;
    const isHidden = inner.isHidden || (isElement(node) && NO_SIZE.test(attribute(node, 'style')));
    const isLink = isElement(node) ? node.tagName === 'a' && attribute(node, 'href') !== '' : 'value' in node && LINK.test(node.value);
    const place = isHidden && isLink ? placeOf(node) : undefined;
    if (place) found.push({ ...place, isComment: false });
    else for (const child of childrenOf(node)) visit(child, { ...inner, isHidden });
  };
  if (tree) visit(tree, PLAIN);
  return found;
}

function placeOf(node: Node): { start: number; end: number } | undefined {
  const place = node.sourceCodeLocation;
  return place ? { start: place.startOffset, end: place.endOffset } : undefined;
}

/** Code is shown as it stands; blanks keep the offsets of the rest. */
const withoutCode = (body: string): string =>
  body.replace(/^(`{3,}(?!`)|~{3,}(?!~))[^\n]*\n[\s\S]*?^\1[^\n]*$|`[^`\n]+`/gmu, (code) => code.replace(/[<>]/gu, ' '));
