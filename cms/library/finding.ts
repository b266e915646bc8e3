/** Something wrong in a content file, in an editor's words. */
export interface Finding {
  /** Path from the content root. */
  file: string;
  /** From one. */
  line: number;
  /** From one, in characters as an editor shows them. */
  column: number;
  /** What is the matter and what to do. */
  message: string;
}

/** One line per finding, as every command prints it; characters of a file's name that cannot be seen are spelt out. */
export const toLine = ({ file, line, column, message }: Finding) =>
  `${file.replace(/[\p{Cc}\u2028\u2029]/gu, spell)}:${line}:${column} ${message}`;

const spell = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
