import { escapeXml } from './xml.ts';

/** A cell of a worksheet; a plain string goes into the shared strings. */
export type Cell =
  | string
  | number
  | null
  /** A number as the file has it, for those that JavaScript would round. */
  | { number: string }
  | { formula: string; value: string | number }
  /** Text in several runs. */
  | { rich: string[] }
  /** Text in the sheet's own XML. */
  | { inline: string };

/** `A` for zero. */
export function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}

/** Rows as XML; texts are added to `strings`. */
export function rowsXml(rows: Cell[][], hidden: number[], strings: string[]): string {
  return rows
    .map((row, r) => {
      const cells = row.map((cell, c) => cellXml(cell, `${columnName(c)}${r + 1}`, strings));
      return `<row r="${r + 1}"${hidden.includes(r) ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
    })
    .join('');
}

function cellXml(cell: Cell, name: string, strings: string[]): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return shared(`<t xml:space="preserve">${escapeXml(cell)}</t>`, name, strings);
  if ('number' in cell) return `<c r="${name}" s="1"><v>${cell.number}</v></c>`;
  if ('inline' in cell) return `<c r="${name}" t="inlineStr"><is><t>${escapeXml(cell.inline)}</t></is></c>`;
  if ('rich' in cell)
    return shared(cell.rich.map((text) => `<r><t xml:space="preserve">${escapeXml(text)}</t></r>`).join(''), name, strings);
  const type = typeof cell.value === 'string' ? ' t="str"' : '';
  return `<c r="${name}"${type}><f>${escapeXml(cell.formula)}</f><v>${escapeXml(String(cell.value))}</v></c>`;
}

function shared(inner: string, name: string, strings: string[]): string {
  return `<c r="${name}" t="s"><v>${strings.push(`<si>${inner}</si>`) - 1}</v></c>`;
}
