import type { Nodes } from 'mdast';
import { alignMarkdown } from './align-markdown.ts';

/** The text of a block and where each of its units stands in the source. */
export interface Line {
  text: string;
  offsets: number | number[];
}

/** Joins the text of inline nodes, as a reader of the page sees it. HTML tags vanish, a line break stays one. */
export function lineOf(nodes: readonly Nodes[], source: string, base: number): Line {
  const parts: Line[] = [];
  for (const node of nodes) collect(node, source, base, parts);
  const [first] = parts;
  if (parts.length === 1 && first) return first;
  const offsets: number[] = [];
  for (const part of parts) {
    for (let unit = 0; unit < part.text.length; unit++) offsets.push(offsetOf(part, unit));
  }
  const last = parts.at(-1);
  offsets.push(last ? offsetOf(last, last.text.length) : base);
  return { text: parts.map(({ text }) => text).join(''), offsets };
}

const offsetOf = ({ offsets }: Line, unit: number) => (typeof offsets === 'number' ? offsets + unit : offsets[unit]!);

function collect(node: Nodes, source: string, base: number, parts: Line[]) {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
    const inner = node.type === 'text' ? 0 : Math.max(0, source.slice(start, end).indexOf(node.value.slice(0, 1)));
    parts.push({ text: node.value, offsets: alignMarkdown(node.value, source.slice(start + inner, end), base + start + inner) });
  } else if (node.type === 'break' || (node.type === 'html' && /^<br[\s/>]/iu.test(node.value)))
    parts.push({ text: '\n', offsets: [base + start, base + end] });
  else if ('children' in node) for (const child of node.children) collect(child, source, base, parts);
}
