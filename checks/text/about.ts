import type { Document } from './document.ts';
import type { Passage } from './passage.ts';
import { endsInName } from './people.ts';
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

/** A label that stands farther off than this belongs to something else; digits and signs between do not count. */
const FAR = 16;

/**
 * The label nearest before something, of those that words tell. One that is far off, or has the full name of a person behind
 * it, says nothing: `编号3，王小明，…`.
 * @param about what `aboutOf` gives
 */
export function labelIn(about: string, words: RegExp): string {
  const last = [...about.matchAll(words)].at(-1);
  if (!last) return '';
  const between = about.slice(last.index + last[0].length);
  const isFar = between.replace(/[^\p{Script=Han}a-z]/giu, '').length > FAR;
  return isFar || endsInName(between) ? '' : last[0];
}
