import { toTables } from '../body/tables.ts';
import type { TextBlock } from './text.ts';

/** The text of an attachment as HTML for its reading version. */
export function toReadingHtml(blocks: readonly TextBlock[]): string {
  const html = blocks.map((block) => {
    if (block.kind === 'table') return toTable(block);
    return block.kind === 'heading' ? `<h2>${toLines(block.text)}</h2>` : `<p>${toLines(block.text)}</p>`;
  });
  return toTables(html.join('\n'), '表格');
}

function toTable({ name, hasHead, rows }: Extract<TextBlock, { kind: 'table' }>): string {
  const [head, ...rest] = rows;
  const body = (hasHead ? rest : rows).map(toRow).join('\n');
  return [
    '<table>',
    ...(name === '' ? [] : [`<caption>${toLines(name)}</caption>`]),
    ...(hasHead && head ? [`<thead><tr>${head.map((cell) => `<th>${toLines(cell)}</th>`).join('')}</tr></thead>`] : []),
    `<tbody>${body}</tbody>`,
    '</table>',
  ].join('\n');
}

/** A row with nothing but its first cell, as a title has, goes over the whole width. */
function toRow(row: readonly string[]): string {
  const [first, ...others] = row;
  if (others.length > 0 && first !== '' && others.every((cell) => cell === ''))
    return `<tr><td colspan="${row.length}">${toLines(first!)}</td></tr>`;
  return `<tr>${row.map((cell) => `<td>${toLines(cell)}</td>`).join('')}</tr>`;
}

const toLines = (text: string) =>
  text
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\r\n?|[\n\v\f\u2028\u2029]/gu, '<br>')
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ');
