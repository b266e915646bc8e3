import { fold } from './fold.ts';
import type { Text } from './text.ts';

/** What a paragraph is in a list. */
export interface Item {
  depth: number;
  /** Its number; none in a list of bullets. */
  number?: number;
  /** Whether it goes on with the item before it. */
  goesOn?: true;
}

/** One paragraph of the source, its white space cleaned. */
export interface Paragraph {
  kind: 'paragraph';
  text: Text;
  /** The text for recognising: simplified characters, Chinese punctuation, same length. */
  plain: string;
  /** Level of the heading that the source itself makes of it. */
  heading?: number;
  /** Item of a list; numbers of a Word list are part of the text instead. */
  item?: Item;
  /** Name of its style in a Word document. */
  style?: string;
}

export interface Cell {
  lines: Paragraph[];
  columns: number;
  rows: number;
  head: boolean;
}

export interface Table {
  kind: 'table';
  rows: Cell[][];
}

/** A footnote or endnote, at the end of the document. */
export interface Note {
  kind: 'note';
  id: string;
  lines: Paragraph[];
}

export type Block = Paragraph | Table | Note;

export function paragraph(text: Text, more: Pick<Paragraph, 'heading' | 'item' | 'style'> = {}): Paragraph {
  return { kind: 'paragraph', text, plain: fold(text.value), ...more };
}

/** The paragraphs of a block, those in cells and notes too. */
export function paragraphsOf(block: Block): Paragraph[] {
  if (block.kind === 'paragraph') return [block];
  if (block.kind === 'note') return block.lines;
  return block.rows.flat().flatMap((cell) => cell.lines);
}
