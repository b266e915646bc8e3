import { parse } from 'parse5';

interface Node {
  nodeName: string;
  value?: string;
  childNodes?: Node[];
}

const BLOCKS = new Set(['p', 'li', 'h1', 'h2', 'h3', 'a', 'button', 'label', 'td', 'th', 'caption', 'dt', 'dd', 'summary']);

/** What somebody reads on a page of the office, piece by piece. */
export async function textOf(answer: Response): Promise<string[]> {
  const pieces: string[] = [];
  let open = '';
  const walk = (node: Node) => {
    if (['style', 'script', 'title', 'datalist'].includes(node.nodeName)) return;
    if (node.nodeName === '#text') open += ` ${node.value}`;
    for (const child of node.childNodes ?? []) walk(child);
    if (BLOCKS.has(node.nodeName)) end();
  };
  const end = () => {
    const text = open.replace(/[ \n]+/gu, ' ').trim();
    if (text !== '') pieces.push(text);
    open = '';
  };
  walk(parse(await answer.text()) as unknown as Node);
  end();
  return pieces;
}
