import type { RecordFile } from './addresses.ts';
import { PAGE_SIZE } from './lists.ts';

/**
 * Names for what a page can read. A page is stale when one of its tags has changed.
 * List tags are grained by position from the oldest end, so that a new entry at the newest end
 * changes the last of them only.
 */
export const tagOf = {
  entry: (number: string) => `e:${number}`,
  /** How many entries a list has. */
  count: (list: string) => `n:${list}`,
  /** The entries of a list at positions PAGE_SIZE × chunk and on. */
  chunk: (list: string, chunk: number) => `l:${list}@${chunk}`,
  record: (kind: string, id: string) => `${kind}:${id}`,
  /** Which records of a kind there are, and all they say. */
  records: (kind: string) => `${kind}s`,
  referring: (target: string) => `r:${target}`,
  file: (path: string) => `f:${path}`,
  /** Which holidays the county adds to the calendar. */
  years: 'years',
  /** Where the chain of signed commits stands. */
  chain: 'chain',
  /** What is told of the entries of one file of records. */
  recordFile: ({ code, year, part }: RecordFile) => `${RECORD}${code}/${year}-${part}`,
};

/** The index number in the tag of an entry; undefined for other tags. */
export const numberOf = (tag: string) => (tag.startsWith('e:') ? tag.slice(2) : undefined);

const RECORD = 'c:';

/** The unit's code in the tag of a file of records; undefined for other tags. */
export const recordCodeOf = (tag: string) => (tag.startsWith(RECORD) ? tag.slice(RECORD.length).split('/')[0] : undefined);

/** The change after which nothing that was read may be trusted. */
export const EVERYTHING = '*';

export const chunkOf = (position: number) => Math.floor(position / PAGE_SIZE);

/** Generations whose changes are remembered; a reader further behind must take everything as changed. */
export const REMEMBERED = 100;
