/** A piece of text in a file. */
export interface TextPiece {
  /** Where it is, in words: `正文`, `第3页`, `工作表“底表”B3`. */
  where: string;
  /** As the file has it, with line breaks. */
  text: string;
  /** Whether somebody who opens the file as usual does not see it: a hidden sheet, white text, a remark, a property. */
  isHidden: boolean;
}

/**
 * What somebody could find in an attachment, in the order of the file; the cells of a sheet each by itself. Never fails: what could
 * not be read, or not to the end, is told in Chinese by a piece of its own, whose place is `整个附件`.
 */
export type ReadText = (name: string, bytes: Uint8Array) => Promise<readonly TextPiece[]>;
