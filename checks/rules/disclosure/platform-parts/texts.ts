import type { Library } from '../../../../cms/library/library.ts';
import { types } from '../../../../cms/model/types/index.ts';

/** A guide or a system of disclosure is no piece of news and no answer to a letter. */
const KINDS = types.map(({ name }) => name).filter((name) => name !== 'news' && name !== 'letter');

/** Whether some public entry, other than news and letters, has such a title, which must hold 信息公开. */
export const hasText = (library: Library, pattern: RegExp): boolean =>
  library.stored.holding(KINDS, '信息公开').some(({ isPublic, data }) => isPublic && pattern.test(data.title));
