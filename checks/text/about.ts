import type { Document } from './document.ts';
import type { Passage } from './passage.ts';
import { columnOf } from './plain-tables.ts';
import { cellsOf } from './tables.ts';

/** So many characters before something still speak of it, if no sentence ends between. */
const NEAR = 60;

/**
 * What is said of a stretch of a passage: the words before it in its sentence, and for a cell the header above and the cell
 * to its left. The nearer, the later in the text.
 */
export function aboutOf(document: Document, passage: Passage, start: number): string {
  const before = passage.text.slice(Math.max(0, start - NEAR), start);
  const sentence = before.slice(Math.max(...['\n', '。', ';', '!', '?'].map((end) => before.lastIndexOf(end))) + 1);
  const label = passage.cell ? (cellsOf(document).get(passage)?.label ?? '') : columnOf(passage, start);
  const field = passage.kind === 'field' ? passage.where : '';
  return `${field} ${label} ${sentence}`;
}

/** The one of several words that stands last in a text; undefined when none does. */
export function lastOf(text: string, words: RegExp): string | undefined {
  return [...text.matchAll(words)].at(-1)?.[0];
}
