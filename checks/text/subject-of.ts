import type { Document, Table } from './document.ts';

/** Passages at the beginning that say what a document is about. */
const FIRST = 6;
/** In characters. */
const LONGEST = 300;

/** What a document is about: its title, its first headings and lines, its name. */
export function subjectOf({ passages, tables }: Document): string {
  const titles = passages.filter(
    ({ kind, where }) => kind === 'heading' || kind === 'name' || where === '“标题”' || where === '“内容概述”',
  );
  const first = passages.filter(({ kind }) => kind === 'paragraph' || kind === 'shape' || kind === 'ocr').slice(0, FIRST);
  return [...titles, ...tables.flatMap(titleOf), ...first.map(({ text }) => ({ text: text.split('\n')[0]! }))]
    .map(({ text }) => text.slice(0, 80))
    .join(' ')
    .slice(0, LONGEST * 3);
}

/** A table's first cell is its title when it stands alone in its row. */
function titleOf({ rows }: Table) {
  const cells = (rows[0] ?? []).filter((cell) => cell !== undefined && cell.text.trim() !== '');
  return cells.length === 1 ? cells.map((cell) => ({ text: cell!.text })) : [];
}
