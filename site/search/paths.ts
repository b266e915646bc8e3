/** Where the index lies on the site. */

export const SEARCH_PAGE = '/search/';
export const MANIFEST = '/search/index.json';
export const HELP = '/search/help.json';
export const TRADITIONAL = '/search/traditional.json';
/** What is made of the pages themselves, not by a page of its own. */
export const INDEX = '/search/lookup/';
/** Index numbers in one file; a multiple of the grain of lists, so that a new entry changes the last one only. */
export const ENTRIES_PER_FILE = 200;

const PER_FOLDER = 5;

export const shelfPathOf = (shelf: number) => `${INDEX}${(shelf >>> PER_FOLDER).toString(16)}/${shelf.toString(16)}.bin`;
export const entriesPath = (file: number) => `/search/entries/${file}.json`;

/**
 * Of how many files, as a power of two, the index of so many entries consists: files are to be small to fetch, and as few as that
 * allows, because making files is what a large site's build costs.
 */
export const bitsFor = (entries: number) => Math.ceil(Math.log2(Math.max(1, entries / 13, Math.min(256, entries / 3))));
