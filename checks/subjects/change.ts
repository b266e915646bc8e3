import type { StoredEntry } from '../../cms/library/library.ts';
import type { ResponsibilityRecord } from '../../cms/model/record.ts';
import type { ROLES } from '../../cms/model/unit.ts';
import type { Spot } from '../text/passage.ts';

/** What a revision changes against the one before. */
export interface Change {
  entries: readonly ChangedEntry[];
  /** First day on which what the change publishes can have been published; YYYY-MM-DD in Asia/Shanghai. */
  since: string;
  /** Old addresses that lead on to new ones. */
  redirects: { before: ReadonlySet<string>; after: ReadonlySet<string> };
  /** People, as the base has them. */
  people: People;
  /** Records of responsibility in the commits of the change, oldest first. */
  records: readonly ResponsibilityRecord[];
  /** Whether the base says that entries are signed before they are published. */
  isSigned: boolean;
  /** Keys of the baseline before and after; undefined where there is none. */
  baseline: { before?: ReadonlySet<string>; after?: ReadonlySet<string> | 'unreadable' };
}

/** Who works for the units of a county. */
export interface People {
  /** Those of a unit; undefined when there is no such unit. */
  ofUnit(unit: string): readonly Person[] | undefined;
  /** Accounts of those who are on watch (值班) for a unit on a day, YYYY-MM-DD in Asia/Shanghai. */
  onWatch(unit: string, day: string): ReadonlySet<string>;
  /** Accounts of all who have a role in any unit. */
  withRole(role: keyof typeof ROLES): ReadonlySet<string>;
}

/** One of the people of a unit. */
export interface Person {
  /** Account. */
  id: string;
  roles: readonly (keyof typeof ROLES)[];
}

/** One entry before and after; one of the two may be missing. */
export interface ChangedEntry {
  folder: string;
  before?: StoredEntry;
  after?: StoredEntry;
  /** Digest of the entry's files after the change (`cms/model/record.ts`). */
  digest: string;
  /** Where a field stands after the change. */
  spotOf(path: string): Spot;
}
