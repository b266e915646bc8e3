import type { Written } from './verdict-of.ts';

type Rows = readonly (readonly string[])[];
const bars = (rows: Rows) =>
  rows.map((row, at) => `| ${row.join(' | ')} |\n${at === 0 ? `|${' --- |'.repeat(row.length)}\n` : ''}`).join('');
const turned = (rows: Rows) => rows[0]!.map((_, column) => rows.map((row) => row[column]!));
const fields = (rows: Rows, sign: string, end: string) =>
  rows
    .slice(1)
    .map((row) => row.map((cell, at) => `${rows[0]![at]}：${cell}`).join(sign))
    .join(end);

/** The ways in which people write a list with a header: tables of several kinds, lines, forms. */
export const WRITTEN_LISTS: readonly (readonly [string, (title: string, rows: Rows) => Written])[] = [
  ['Markdown', (title, rows) => ({ name: 'index.md', text: `---\ntitle: ${title}\ncolumn: lists\n---\n${bars(rows)}` })],
  ['headers at the left', (title, rows) => ({ name: 'index.md', text: `---\ntitle: ${title}\ncolumn: lists\n---\n${bars(turned(rows))}` })],
  ['sheet', (title, rows) => ({ name: 'a.csv', text: `${title}\n${rows.map((row) => row.join(',')).join('\n')}\n` })],
  [
    'page',
    (title, rows) => ({
      name: 'a.html',
      text: `<h1>${title}</h1><table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
    }),
  ],
  ['columns in lines', (title, rows) => ({ name: 'a.txt', text: `${title}\n${rows.map((row) => row.join('　')).join('\n')}\n` })],
  ['forms', (title, rows) => ({ name: 'a.txt', text: `${title}\n\n${fields(rows, '\n', '\n\n')}\n` })],
  ['forms in lines', (title, rows) => ({ name: 'a.txt', text: `${title}\n${fields(rows, '　', '\n')}\n` })],
];
