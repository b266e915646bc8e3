import { type CellObject, read, set_cptable, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import type { Piece, Trait } from '../piece.ts';
import { biffRecords } from './biff.ts';
import { readBiffText } from './biff-text.ts';
import { cellStream } from './cell-stream.ts';
import type { Found } from './read-word.ts';
import type { Storage } from './storage.ts';

/** Without them, Excel 95 files in GBK give underscores. */
set_cptable(codePages);

const FILE_PASS = 0x2f;

/** Reads a workbook of Excel 5 to 2003 or WPS Spreadsheets ([MS-XLS]). */
export function readExcel(storage: Storage, within: string): Found {
  const found: Found = { pieces: [], traits: [], taken: new Map(), leftovers: [] };
  const name = ['Workbook', 'Book', 'WORKBOOK', 'BOOK'].find((one) => storage.streams.has(one))!;
  const stream = storage.streams.get(name)!;
  for (const { type } of biffRecords(stream))
    if (type === FILE_PASS) return { ...found, isEncrypted: true, traits: [{ kind: 'encrypted', where: `${within}文件` }] };
  let book: WorkBook | undefined;
  try {
    book = read(cellStream(stream), {
      codepage: 936,
      type: 'buffer',
      cellFormula: true,
      cellHTML: false,
      cellNF: false,
      cellStyles: true,
      cellText: true,
      sheetStubs: true,
    });
  } catch {
    found.traits.push({ kind: 'corrupt', where: `${within}工作簿` });
  }
  const isWhole = book !== undefined && readBook(book, within, found);
  if (book && !isWhole) found.traits.push({ kind: 'corrupt', where: `${within}工作簿` });
  readBiffText(stream, within, found, isWhole);
  return found;
}

/** @returns whether all of its sheets are there */
function readBook(book: WorkBook, within: string, { pieces, traits }: Found): boolean {
  for (const [table, name] of book.SheetNames.entries()) {
    const isHidden = (book.Workbook?.Sheets?.[table]?.Hidden ?? 0) !== 0;
    const where = `${within}工作表“${name}”`;
    pieces.push({ text: name, where: `${within}工作表名称`, kind: 'name', isHidden });
    if (isHidden) traits.push({ kind: 'hidden-sheet', where });
    const sheet = book.Sheets[name];
    if (sheet) readSheet(sheet, { where, table, isHidden }, pieces, traits);
  }
  for (const { Name, Ref, Comment } of book.Workbook?.Names ?? []) {
    for (const text of [Name, Ref, Comment]) if (text) pieces.push({ text, where: `${within}名称“${Name}”`, kind: 'name', isHidden: true });
  }
  return book.SheetNames.every((name) => book.Sheets[name] !== undefined);
}

interface Place {
  where: string;
  table: number;
  isHidden: boolean;
}

function readSheet(sheet: WorkSheet, { where, table, isHidden }: Place, pieces: Piece[], traits: Trait[]): void {
  const hiddenRows = new Set((sheet['!rows'] ?? []).flatMap((row, i) => (row?.hidden ? [i] : [])));
  const hiddenColumns = new Set((sheet['!cols'] ?? []).flatMap((column, i) => (column?.hidden || column?.wpx === 0 ? [i] : [])));
  const used = { rows: new Set<number>(), columns: new Set<number>(), hasNotes: false };
  for (const [address, cell] of Object.entries(sheet) as [string, CellObject][]) {
    const parts = /^([A-Z]{1,3})(\d{1,7})$/.exec(address);
    if (!parts) continue;
    const at = { table, row: utils.decode_row(parts[2]!), column: utils.decode_col(parts[1]!) };
    const isOut = isHidden || hiddenRows.has(at.row) || hiddenColumns.has(at.column);
    const texts = wordsOf(cell);
    if (texts.length > 0 && hiddenRows.has(at.row)) used.rows.add(at.row);
    if (texts.length > 0 && hiddenColumns.has(at.column)) used.columns.add(at.column);
    for (const text of texts) pieces.push({ text, where: where + address, kind: 'cell', isHidden: isOut, cell: at });
    if (cell.f) pieces.push({ text: cell.f, where: `${where}${address}中的公式`, kind: 'code', isHidden: true });
    for (const { t, a } of cell.c ?? []) {
      used.hasNotes = true;
      // The library may leave the bytes after the words on them.
      for (const text of new Set([t, a].map((one) => one?.replace(/\0[\s\S]*$/, '').trim())))
        if (text) pieces.push({ text, where: `${where}${address}的批注`, kind: 'remark', isHidden: true });
    }
    for (const text of [cell.l?.Target, cell.l?.Tooltip])
      if (text) pieces.push({ text, where: `${where}${address}的链接`, kind: 'link', isHidden: true });
  }
  if (used.rows.size > 0) traits.push({ kind: 'hidden-rows', where: `${where}第${Math.min(...used.rows) + 1}行` });
  if (used.columns.size > 0) traits.push({ kind: 'hidden-columns', where: `${where}${utils.encode_col(Math.min(...used.columns))}列` });
  if (used.hasNotes) traits.push({ kind: 'remarks', where });
}

/** A number in full, because as shown it may be cut to `9.9E+17`; and as shown, which may be a date. */
function wordsOf(cell: CellObject): string[] {
  const plain = cell.v instanceof Date || cell.v === undefined || cell.t === 'e' ? '' : String(cell.v);
  const shown = cell.w ?? '';
  const isShort = /E\+|^#/.test(shown) || shown.replace(/[,.\s]/g, '') === plain.replace(/[,.\s]/g, '');
  return [...new Set([plain, isShort ? '' : shown])].filter((text) => text.trim() !== '');
}
