import { quote } from '../model/quote.ts';

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
export const toLine = ({ file, line, column, message }: Finding) => `${toShownPath(file)}:${line}:${column} ${message}`;

/** Names made by the office: nothing in them can be what must not be seen. */
const ORDINARY = /^(?!.*\d{9})[a-z0-9._-]+$/u;

/** A path with what must not be seen in any log hidden, where somebody wrote it into a name. */
const toShownPath = (path: string) =>
  path
    .split('/')
    .map((name) => (ORDINARY.test(name) ? name : quote(spelt(name), 6 * name.length)))
    .join('/');

/** A name with characters spelt out that would begin a new line or cannot be seen. */
const spelt = (name: string) => name.replace(/[\p{Cc}\u2028\u2029]/gu, spell);

const spell = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
