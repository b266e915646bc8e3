import type { StoredEntry } from '../../cms/library/library.ts';
import type { Spot } from '../text/passage.ts';

/** What a revision changes against the one before. */
export interface Change {
  entries: readonly ChangedEntry[];
  /** YYYY-MM-DD in Asia/Shanghai. */
  today: string;
}

/** One entry before and after; one of the two may be missing. */
export interface ChangedEntry {
  folder: string;
  before?: StoredEntry;
  after?: StoredEntry;
  /** Where a field stands after the change. */
  spotOf(path: string): Spot;
}
