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
  if (!hasHead && isBox(rows))
    return rows.flatMap((row) => row.flatMap((cell) => (cell === '' ? [] : [`<p>${toLines(cell)}</p>`]))).join('\n');
  const head = hasHead ? 0 : findHead(rows);
  const before = rows.slice(0, Math.max(0, head));
  const isNamed = head < 0 || rows[head]![0] === '';
  const body = rows.slice(head + 1).map((row) => toRow(row, isNamed));
  return [
    '<table>',
    ...(name === '' ? [] : [`<caption>${toLines(name)}</caption>`]),
    ...(head < 0 ? [] : [`<thead>${[...before, rows[head]!].map(toHead).join('')}</thead>`]),
    `<tbody>${body.join('\n')}</tbody>`,
    '</table>',
  ].join('\n');
}

/** Whether a table has but one row or one column: a frame around a text, as letters and forms have them. */
const isBox = (rows: readonly (readonly string[])[]): boolean => rows.length < 2 || rows.every((row) => row.length < 2);

/** The row that names the columns: the first one below titles, if it names at least three and others follow; -1 where rows name themselves. */
function findHead(rows: readonly (readonly string[])[]): number {
  const first = rows.findIndex((row) => !isTitle(row));
  const row = rows[first];
  return row && row.length >= 3 && first < rows.length - 1 && row.every((cell, nth) => nth === 0 || cell !== '') ? first : -1;
}

/** A row with nothing but its first cell, as a title has, goes over the whole width. */
const isTitle = ([first, ...others]: readonly string[]): boolean =>
  others.length > 0 && first !== '' && others.every((cell) => cell === '');

const toHead = (row: readonly string[]): string =>
  isTitle(row) ? toRow(row, false) : `<tr>${row.map((cell) => `<th scope="col">${toLines(cell)}</th>`).join('')}</tr>`;

/** @param isNamed whether its first cell says what the others are */
function toRow(row: readonly string[], isNamed: boolean): string {
  if (!isNamed && isTitle(row)) return `<tr><td colspan="${row.length}">${toLines(row[0]!)}</td></tr>`;
  const cells = row.map((cell, nth) =>
    isNamed && nth === 0 && cell !== '' ? `<th scope="row">${toLines(cell)}</th>` : `<td>${toLines(cell)}</td>`,
  );
  return `<tr>${cells.join('')}</tr>`;
}

const toLines = (text: string) =>
  text
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\r\n?|[\n\v\f\u2028\u2029]/gu, '<br>')
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ');
