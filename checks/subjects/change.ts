import type { StoredEntry } from '../../cms/library/stored.ts';
import type { ResponsibilityRecord, SignOffRecord } from '../../cms/model/record.ts';
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
  /** What its commits do, when they are commits of main, which each say so; undefined for a branch that is to be merged. */
  acts?: Acts;
  /** Keys of the baseline before and after; undefined where there is none. */
  baseline: { before?: ReadonlySet<string>; after?: ReadonlySet<string> | 'unreadable' };
}

/** What commits of main do. */
export interface Acts {
  faults: readonly ActFault[];
  /** Who signed the last act on an entry, by its folder; nobody where something is wrong with it. */
  signOffs: ReadonlyMap<string, readonly SignOffRecord[]>;
}

/** What is wrong with a commit of main. */
export interface ActFault {
  commit: string;
  /** The file that it is about, from the content root; empty for none. */
  file: string;
  words: string;
}

/** Who works for the units of a county. */
export interface People {
  /** Those of a unit; undefined when there is no such unit. */
  ofUnit(unit: string): readonly Person[] | undefined;
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
