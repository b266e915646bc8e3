import { DOCUMENT_KINDS } from '../../model/types/policy.ts';

const KINDS = new Set<string>(Object.values(DOCUMENT_KINDS));

/** Whether a name is set with a space between its characters, as in 总 则, which says nothing. */
export const isSetWide = (words: string): boolean => /^\p{Script=Han}(?: \p{Script=Han})+$/u.test(words);

/** A line of a title without such spaces, also where only the kind at its end has them: 的意 见. */
export function closeUp(words: string): string {
  if (isSetWide(words)) return words.replaceAll(' ', '');
  return words.replace(/(\p{Script=Han}) (\p{Script=Han})$/u, (whole, first: string, last: string) =>
    KINDS.has(first + last) ? first + last : whole,
  );
}
