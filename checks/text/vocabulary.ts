import type { Document } from './document.ts';
import { itemsIn } from './items.ts';
import type { Passage } from './passage.ts';

/** Columns of words that are looked for, explained or taught. */
const OF_WORDS = /(?:词|词语|用语|字样|标识|标志|术语|示例|样例)$/u;

/** Whether a cell only names words: `检索词`, `敏感词`. */
export const isVocabulary = (document: Document, passage: Passage): boolean =>
  passage.cell !== undefined && OF_WORDS.test(itemsIn(document).at(passage, 0)?.field.label ?? '');
