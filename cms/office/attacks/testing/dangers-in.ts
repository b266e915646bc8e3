import { parse } from 'parse5';

interface Node {
  nodeName: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
}

/** Elements that no page of the office has. */
const FOREIGN = ['x-evil', 'img', 'svg', 'object', 'embed', 'style', 'math', 'base'];
const ADDRESSES = ['href', 'src', 'action', 'formaction'];

/** What in a page of the office could run, or is an element that only an attempt has. */
export function dangersIn(page: string): string[] {
  const found: string[] = [];
  const walk = ({ nodeName, attrs = [], childNodes = [] }: Node) => {
    const attributes = new Map(attrs.map(({ name, value }) => [name, value]));
    if (FOREIGN.includes(nodeName)) found.push(nodeName);
    if (nodeName === 'script' && !/^\/(?:office|form)\/[0-9a-z/.]+$/u.test(attributes.get('src') ?? '')) found.push('script');
    for (const [name, value] of attributes) {
      if (name.startsWith('on') || name === 'style' || name === 'srcdoc') found.push(`${nodeName} ${name}`);
      if (/^\s*(?:javascript|data|vbscript):/iu.test(value) && ADDRESSES.includes(name) && value !== 'data:,') found.push(value);
    }
    childNodes.forEach(walk);
  };
  walk(parse(page) as unknown as Node);
  return found;
}

/** The elements right below the body of a page, in their order: whatever closes what holds it, or opens more, shows here. */
export function frameOf(page: string): string[] {
  const elementsOf = (node: Node | undefined) => (node?.childNodes ?? []).filter(({ attrs }) => attrs !== undefined);
  const [html] = elementsOf(parse(page) as unknown as Node);
  return elementsOf(elementsOf(html).find(({ nodeName }) => nodeName === 'body')).map(({ nodeName }) => nodeName);
}
