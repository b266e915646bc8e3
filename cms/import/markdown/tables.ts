import type { Html, Table as MarkdownTable } from 'mdast';
import type { Cell, Table } from '../block.ts';
import { OBJECT, type Text } from '../text.ts';
import { toInline } from './inline.ts';

/** A table that Markdown can write as one, any other as HTML, which keeps merged cells and lines. */
export function toTable(table: Table): MarkdownTable | Html {
  const width = table.rows[0]?.length ?? 0;
  const isSimple =
    width > 1 &&
    table.rows.length > 1 &&
    table.rows.every((row, i) => row.length === width && row.every((cell) => isPlain(cell) && (i === 0 || !cell.head)));
  return isSimple ? toMarkdownTable(table) : { type: 'html', value: toHtml(table) };
}

const isPlain = (cell: Cell) =>
  cell.columns === 1 && cell.rows === 1 && cell.lines.length <= 1 && !cell.lines[0]?.text.value.includes('\n');

function toMarkdownTable(table: Table): MarkdownTable {
  return {
    type: 'table',
    align: table.rows[0]!.map(() => null),
    children: table.rows.map((row) => ({
      type: 'tableRow',
      children: row.map((cell) => ({ type: 'tableCell', children: cell.lines.flatMap((line) => toInline(line.text)) })),
    })),
  };
}

function toHtml(table: Table): string {
  return ['<table>', ...table.rows.map((row) => `<tr>${row.map(toHtmlCell).join('')}</tr>`), '</table>'].join('\n');
}

function toHtmlCell(cell: Cell): string {
  const name = cell.head ? 'th' : 'td';
  const spans = `${cell.columns > 1 ? ` colspan="${cell.columns}"` : ''}${cell.rows > 1 ? ` rowspan="${cell.rows}"` : ''}`;
  return `<${name}${spans}>${cell.lines.map((line) => toHtmlText(line.text)).join('<br>')}</${name}>`;
}

function toHtmlText(text: Text): string {
  return [...text.value.split('')]
    .map((character, i) => {
      const style = text.style[i];
      const shown =
        character === OBJECT && style?.image
          ? `<img src="${escaped(style.image.file)}" alt="${escaped(style.image.alt)}">`
          : character === OBJECT && style?.note
            ? `[^${style.note}]`
            : character === '\n'
              ? '<br>'
              : escaped(character);
      const raised = style?.raised ? `<sup>${shown}</sup>` : style?.lowered ? `<sub>${shown}</sub>` : shown;
      const opens = style?.href && text.style[i - 1]?.href !== style.href ? `<a href="${escaped(style.href)}">` : '';
      const closes = style?.href && text.style[i + 1]?.href !== style.href ? '</a>' : '';
      return opens + raised + closes;
    })
    .join('')
    .replaceAll('</sup><sup>', '')
    .replaceAll('</sub><sub>', '');
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/gu, (character) => ESCAPES[character]!);
