/** Shorter finds are hidden whole: what is left of them would tell too much. */
const SHOWS_ENDS = 11;

/** What people may see of a find: of a long one the first three and last two characters, of a short one nothing. */
export function mask(found: string): string {
  const characters = [...found.replace(/\s+/gu, ' ').trim()];
  if (characters.length < SHOWS_ENDS) return '*'.repeat(characters.length);
  return [...characters.slice(0, 3), ...'*'.repeat(characters.length - 5), ...characters.slice(-2)].join('');
}

/** Finds of fewer characters are words such as a level of secrecy, which may stand in any label. */
const TELLS = 2;

/** Hides every find in a text about the file, for example in the name of a sheet. */
export function conceal(text: string, finds: readonly string[]): string {
  return finds.reduce((left, find) => ([...find].length < TELLS ? left : left.replaceAll(find, mask(find))), text);
}
