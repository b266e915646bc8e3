import type { Library } from '../../../../cms/library/library.ts';
import { headsOf } from '../../../subjects/heads.ts';

/** Whether some public entry, other than news and letters, has such a title. */
export const hasText = (library: Library, pattern: RegExp): boolean =>
  headsOf(library).some(({ isPublic, type, title }) => isPublic && type !== 'news' && type !== 'letter' && pattern.test(title));
