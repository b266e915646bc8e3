import type { Document } from './document.ts';
import { itemsIn } from './items.ts';
import type { Passage } from './passage.ts';
import { endsInName } from './people.ts';

/** So many characters before something still speak of it, if no sentence ends between. */
const NEAR = 60;

/**
 * What is said of a stretch of a passage: the words before it in its sentence, and in a table the header of its column and the
 * cell to its left. What begins a line is also told by the line above. The nearer, the later in the text.
 */
export function aboutOf(document: Document, passage: Passage, start: number): string {
  const before = passage.text.slice(Math.max(0, start - NEAR), start).replace(/\n\s*$/u, ' ');
  const sentence = before.slice(Math.max(...['\n', '。', ';', '!', '?'].map((end) => before.lastIndexOf(end))) + 1);
  const field = passage.kind === 'field' ? passage.where : '';
  return `${field} ${labelAt(document, passage, start)} ${sentence}`;
}

/** The header of the column that something stands in, behind the cell to its left. */
function labelAt(document: Document, passage: Passage, start: number): string {
  const { field, item } = itemsIn(document).at(passage, start) ?? {};
  if (!field || !item) return '';
  const left = item.fields[item.fields.indexOf(field) - 1]?.text.slice(0, NEAR).replace(/\s/gu, '') ?? '';
  return `${/\d{3}/u.test(left) || left.length > 20 ? '' : left} ${field.label}`;
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
