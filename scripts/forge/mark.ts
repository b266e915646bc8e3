/** Stands in the first line of every file that is written for a forge. */
export const MARK = '由 gongkai forge 写入';
