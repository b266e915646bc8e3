import { readFileSync } from 'node:fs';
import { type AuditLine, readLine } from './line.ts';

/** Characters by which a spreadsheet takes a cell for a formula. */
const FORMULA = /^[=+\-@\t\r]/u;

/** The log as CSV, whole or only some of its lines, each with its number. Of the whole, lines that are not whole are shown as such. */
export function toCsv(path: string, keep?: (line: AuditLine) => boolean): string {
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  const rows = lines.flatMap((text, index) => {
    const line = readLine(text);
    if (keep && !(line && keep(line))) return [];
    return [[`${index + 1}`, ...(line ? [line.at, line.person, line.act, line.detail, line.before] : ['', '', '不完整', '', ''])]];
  });
  return toCsvRows([['序号', '时间（UTC）', '账号', '操作', '说明', '前一行校验值'], ...rows]);
}

/** Rows as spreadsheets open them: UTF-8 with a mark, CRLF, no cell that would be taken for a formula. */
export const toCsvRows = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`;

const toCell = (text: string) => `"${(FORMULA.test(text) && text !== '-' ? `'${text}` : text).replaceAll('"', '""')}"`;
