import type { Nodes, RootContent, Table as TableNode } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Table } from './compare-tables.ts';
import { readHtml } from './html-table.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/** The body of an entry for people who never see Markdown: a line for each paragraph, and its tables. */
export interface ReadableBody {
  text: string;
  tables: Table[];
}

export function toReadable(markdown: string): ReadableBody {
  const tables: Table[] = [];
  const lines = joinHtml(parser.parse(markdown).children).flatMap((node) => linesOf(node, tables));
  return { text: lines.join('\n'), tables };
}

/** A table in raw HTML with empty lines in it comes in pieces. */
function joinHtml(nodes: readonly RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'html' && last?.type === 'html') joined[joined.length - 1] = { ...last, value: `${last.value}\n${node.value}` };
    else joined.push(node);
  }
  return joined;
}

function linesOf(node: RootContent, tables: Table[]): string[] {
  switch (node.type) {
    case 'table':
      return [nameTable(toRows(node), tables)];
    case 'html': {
      const { text, tables: found } = readHtml(node.value);
      return [...(text === '' ? [] : [text]), ...found.map((rows) => nameTable(rows, tables))];
    }
    case 'list': {
      const start = node.start ?? 1;
      return node.children.flatMap((item, index) => {
        const [first = '', ...rest] = item.children.flatMap((child) => linesOf(child, tables));
        return [`${node.ordered ? `${start + index}.` : '·'} ${first}`, ...rest.map((line) => `　${line}`)];
      });
    }
    case 'blockquote':
      return node.children.flatMap((child) => linesOf(child, tables));
    case 'footnoteDefinition':
      return node.children.flatMap((child) => linesOf(child, tables)).map((line) => `注释 ${node.identifier}：${line}`);
    case 'code':
      return node.value.split('\n');
    case 'thematicBreak':
      return ['————'];
    case 'definition':
      return [`${node.identifier}：${node.url}`];
    default:
      return wordsIn(node).split('\n');
  }
}

/** Tables go into a list of their own; in the text stands what they are called. */
function nameTable(rows: string[][], tables: Table[]): string {
  // A head that spans columns stands in each of them.
  const heads = [...new Set(rows[0])].filter((cell) => cell !== '').join('、');
  const name = `表格 ${tables.length + 1}`;
  tables.push({ name, rows });
  return `〔表格：${heads}〕`;
}

const toRows = (table: TableNode): string[][] => table.children.map((row) => row.children.map((cell) => wordsIn(cell).trim()));

/** Words of a node, with what else a reader meets in it: where links lead, and which pictures there are. */
function wordsIn(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'break':
      return '\n';
    case 'html':
      return /^<br\b/iu.test(node.value) ? '\n' : '';
    case 'image':
      return `〔图片：${node.alt ?? ''}，${node.url}〕`;
    case 'footnoteReference':
      return `〔注释 ${node.identifier}〕`;
    case 'link': {
      const words = node.children.map(wordsIn).join('');
      return words === node.url ? words : `${words}〔链接：${node.url}〕`;
    }
    default:
      return 'children' in node ? node.children.map(wordsIn).join('') : '';
  }
}
