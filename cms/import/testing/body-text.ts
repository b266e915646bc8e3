import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm);

/** The characters that a reader of Markdown sees, white space left out and punctuation of one width. */
export function textOfBody(body: string): string {
  return bare(wordsOf(parser.parse(body)));
}

/** Text as `textOfBody` gives it. */
export function bare(text: string): string {
  return text
    .replace(/[\s\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad\ufffc]+/gu, '')
    .replace(/[，：；！？（）]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'html')
    return node.value
      .replace(/<[^>]*>/gu, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
