/** Where the index lies on the site. */

export const SEARCH_PAGE = '/search/';
export const HELP = '/search/help.json';
export const TRADITIONAL = '/search/traditional.json';
/** What is made of the pages themselves, not by a page of its own. */
export const INDEX = '/search/lookup/';
export const MANIFEST = `${INDEX}index.json`;

/**
 * Of how many files, as a power of two, the index of so many entries consists: files are to be small to fetch, and as few as that
 * allows, because making files is what a large site's build costs.
 */
export const bitsFor = (entries: number) => Math.ceil(Math.log2(Math.max(1, entries / 13, Math.min(1024, entries))));

/** In how many folders, as a power of two, these files lie: as many as make a publication write least. */
export const folderBitsFor = (bits: number) => Math.max(0, (bits >> 1) - 1);

/** In how many files, as a power of two, the entries lie that are not in the folders yet. */
const recentBitsFor = (bits: number) => Math.min(bits, Math.max(7, folderBitsFor(bits) + 2));

/** Which of 2^bits files holds a key. */
export function shelfOf(key: number, bits: number): number {
  let mixed = Math.imul(key ^ (key >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  mixed ^= mixed >>> 16;
  return bits === 0 ? 0 : mixed >>> (32 - bits);
}

/** The folder that a file lies in. */
export const folderOf = (shelf: number, bits: number) => shelf >>> (bits - folderBitsFor(bits));

export const shelfPathOf = (shelf: number, bits: number) => `${INDEX}${folderOf(shelf, bits).toString(16)}/${shelf.toString(16)}.bin`;

/** The file of its own that a long set of positions has. */
export const longPathOf = (key: number, part: string, bits: number) =>
  `${INDEX}${folderOf(shelfOf(key, bits), bits).toString(16)}/${part}-${(key >>> 0).toString(16)}.bin`;

/** The file with what is recent of a file's keys. */
export const recentPathOf = (shelf: number, bits: number) => `${RECENT}${(shelf >>> (bits - recentBitsFor(bits))).toString(16)}.bin`;
export const RECENT = `${INDEX}recent/`;

/** Numbers of the files in a folder. */
export function shelvesIn(folder: number, bits: number): number[] {
  const each = 1 << (bits - folderBitsFor(bits));
  return Array.from({ length: each }, (_, at) => folder * each + at);
}

/** What is told of entries without their pages, by the year of their index numbers. */
export const registerPathOf = (year: number) => `${REGISTERS}${year}.json`;
export const REGISTERS = `${INDEX}entries/`;
