/** What part of a document a piece of text is. */
export type PieceKind =
  | 'paragraph'
  | 'heading'
  | 'cell'
  /** Page header or footer. */
  | 'margin'
  /** Footnote, endnote, speaker's note. */
  | 'note'
  /** Remark for other authors, such as a Word or cell comment, an annotation, an HTML comment. */
  | 'remark'
  /** Text that was deleted with changes tracked, or replaced. */
  | 'deleted'
  /** Text box, WordArt, watermark, stamp. */
  | 'shape'
  /** Title, author, keywords and other properties of the file; metadata of a picture. */
  | 'property'
  /** Name of a file, sheet, defined range, bookmark or style. */
  | 'name'
  /** Target of a link or of a relation to another file. */
  | 'link'
  /** Words for those who cannot see a picture. */
  | 'alt'
  /** Program text: code block, formula, field instruction, macro. */
  | 'code'
  /** A field of the front matter. */
  | 'field'
  /** Read from a picture by OCR, so that single characters may be wrong. */
  | 'ocr'
  /** Anything else the file holds. */
  | 'other';

/** Where a cell stands. Rows and columns count from zero, as the file has them, hidden ones included. */
export interface Cell {
  /** Tells the tables of one document apart. */
  table: number;
  row: number;
  column: number;
}

/** A piece of text that somebody could find in a file: a paragraph, a cell, a comment, a property. */
export interface Piece {
  /** As the file has it, inline markup resolved, `\n` for a line break within. */
  text: string;
  /** Where it is, in an editor's words and ready for a sentence: `正文`, `第3页`, `工作表“底表”B3`, `页眉`. */
  where: string;
  kind: PieceKind;
  /** True when somebody who opens the file as usual does not see it: hidden sheet, white text, property, comment. */
  isHidden: boolean;
  /** Cells only. */
  cell?: Cell;
  /**
   * Text files only: where the text stands in the decoded source. A number is the offset at which it stands as it is;
   * an array has the offset of every UTF-16 unit and one more for the end.
   */
  offsets?: number | readonly number[];
}

/** Something about a file, not about its words, that rules on attachments judge. */
export type Trait =
  /** Needs a password to be opened. */
  | { kind: 'encrypted'; where: string }
  /** Broken, or not what its first bytes promise. */
  | { kind: 'corrupt'; where: string }
  /** Of a kind that nobody here can open; `format` is the kind or extension. */
  | { kind: 'unknown'; where: string; format: string }
  /** The content is another kind than the extension says. */
  | { kind: 'misnamed'; where: string; says: string; is: string }
  /** Not read to the end: too large, too deep, too many parts or pages, took too long. `what` says in Chinese what was left. */
  | { kind: 'cut'; where: string; what: string }
  /** Not judged at all, because reading it killed or blocked the process that did. `what` says so in Chinese. */
  | { kind: 'unjudged'; where: string; what: string }
  /** Not read at all, because it is no file, too large, or closed. `what` says so in Chinese, and what to do. */
  | { kind: 'refused'; where: string; what: string }
  | { kind: 'macro'; where: string }
  /** A file within the file (its content is read as well). */
  | { kind: 'embedded'; where: string }
  | { kind: 'hidden-sheet' | 'hidden-rows' | 'hidden-columns' | 'hidden-text' | 'hidden-slide'; where: string }
  | { kind: 'tracked-changes' | 'remarks'; where: string }
  /** Data or a template taken from another file or server. */
  | { kind: 'outside-reference'; where: string }
  /** The file names the person who wrote it. */
  | { kind: 'author'; where: string }
  /** A picture says where on earth it was taken. */
  | { kind: 'position'; where: string }
  /** Pages or pictures without any text layer, which only OCR can read. */
  | { kind: 'scanned'; where: string }
  /** OCR could not run or gave up on it. */
  | { kind: 'unseen'; where: string };

/** Everything that can be found in a file. */
export interface Reading {
  /** What the bytes are, whatever the name says: `docx`, `xlsx`, `pdf`, `markdown`, `zip` … */
  format: string;
  pieces: Piece[];
  traits: Trait[];
  /** Pages or slides, where the format counts them or the program that wrote the file did. */
  pages?: number;
  /** Text files only: the decoded text that `offsets` of the pieces count in, byte order mark left out. */
  source?: string;
}
