import { Examiners } from '../checks/engine/examiners.ts';
import { readingVersion } from '../checks/engine/version.ts';
import { extensionOf, fits } from '../checks/reading/kinds.ts';
import type { Cell, Piece, Reading } from '../checks/reading/piece.ts';
import { sniff } from '../checks/reading/sniff.ts';
import { type AttachmentFacts, type AttachmentReader, type AttachmentText, isReadable, type TextBlock } from '../site/attachments/text.ts';

/** Rises when what is made of a reading changes. */
const FORM = 2;
/** Characters of one attachment that are given; who needs more opens the file. */
const MOST = 400_000;

const TEXTS = new Set<Piece['kind']>(['heading', 'paragraph', 'note', 'shape']);
const SHEET = /^工作表“(.+)”[A-Z]{1,3}\d+$/u;

/** Reads attachments for the public site in the processes of the examiners, where a hostile file can do no harm. */
export const toAttachmentReader = (examiners: Examiners): AttachmentReader => ({
  version: `${FORM}-${readingVersion().slice(0, 16)}`,
  async read(name, bytes) {
    const kind = sniff(bytes, name);
    const type = fits(kind, extensionOf(name)) ? extensionOf(name) : kind;
    const reading = isReadable(name) ? await examiners.read(name, bytes) : '';
    if (typeof reading === 'string') return { facts: { type }, blocks: [], isCut: false };
    const text = toText(reading);
    return { facts: { type, ...toFacts(reading, text) }, ...text };
  },
});

/** Does something with a reader. */
export async function withAttachmentReader<T>(work: (reader: AttachmentReader) => Promise<T>): Promise<T> {
  const examiners = new Examiners();
  try {
    return await work(toAttachmentReader(examiners));
  } finally {
    examiners.close();
  }
}

/** What somebody sees who opens the file, without headers and remarks, and without what was read from pictures, where a character may be wrong. */
function toText({ pieces, format }: Reading): AttachmentText {
  const blocks: TextBlock[] = [];
  const tables = new Map<number, Grid>();
  let length = 0;
  for (const { text, kind, isHidden, cell, where } of pieces) {
    if (isHidden || text.trim() === '' || !(cell || TEXTS.has(kind))) continue;
    length += text.length;
    if (length > MOST) return { blocks: blocks.map(close), isCut: true };
    if (!cell) {
      blocks.push({ kind: kind === 'heading' ? 'heading' : 'paragraph', text });
      continue;
    }
    let grid = tables.get(cell.table);
    if (!grid) {
      grid = { kind: 'table', name: SHEET.exec(where)?.[1] ?? '', hasHead: format === 'csv', rows: [] };
      tables.set(cell.table, grid);
      blocks.push(grid);
    }
    const row = (grid.rows[cell.row] ??= []);
    row[cell.column] = row[cell.column] === undefined ? text : `${row[cell.column]}\n${text}`;
  }
  return { blocks: blocks.map(close), isCut: false };
}

const TABLES = new Set(['xlsx', 'xlsb', 'xls', 'ods', 'csv']);
/** Characters in which pages are named. */
const MOST_WORDS = 60;
/** What the readers say of a page of the file itself, not of one within it. */
const OWN_PAGES = /^第\d/u;

/** Numbers are told only of what was read to its end. */
function toFacts({ pieces, traits, format, pages }: Reading, { blocks }: AttachmentText): AttachmentFacts {
  const isWhole = !traits.some(({ kind, where }) => kind === 'corrupt' || (kind === 'cut' && where !== '图片'));
  const scanned = traits.find(({ kind, where }) => kind === 'scanned' && OWN_PAGES.test(where));
  const cells = TABLES.has(format) ? pieces.flatMap(({ cell, isHidden }) => (cell && !isHidden ? [cell] : [])) : [];
  return {
    ...(isWhole && pages !== undefined && { pages }),
    ...(isWhole &&
      cells.length > 0 && { rows: countOf(cells, ({ table, row }) => `${table} ${row}`), sheets: countOf(cells, ({ table }) => table) }),
    ...(scanned && { scanned: blocks.length === 0 ? 'all' : scanned.where.length > MOST_WORDS ? '多页' : scanned.where }),
  };
}

const countOf = (cells: readonly Cell[], keyOf: (cell: Cell) => unknown) => new Set(cells.map(keyOf)).size;

type Grid = Extract<TextBlock, { kind: 'table' }>;

/** A table without rows and columns in which there is nothing. */
function close(block: TextBlock): TextBlock {
  if (block.kind !== 'table') return block;
  const rows = block.rows.filter((row) => row.length > 0);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row).map(Number)))].sort((a, b) => a - b);
  return { ...block, rows: rows.map((row) => columns.map((column) => row[column] ?? '')) };
}
