import { type Hit, hits } from './hit.ts';

/** A bracket of one width closed by one of the other. */
export const findMixedBrackets = (value: string): Hit[] =>
  hits(value, /\([^()（）]{0,60}）|（[^()（）]{0,60}\)/gu, '括号一半是半角，一半是全角。改成全角。');

/** Wide digits and letters, which searching does not find. */
export const findWideCharacters = (value: string): Hit[] =>
  hits(value, /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+/gu, '数字或者字母是全角的，检索不到。改成半角。');
