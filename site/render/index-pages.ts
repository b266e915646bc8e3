import type { Recent } from '../search/recent.ts';
import { changeIndex } from './change-index.ts';
import { readManifest } from './index-files.ts';
import { makeIndex } from './make-index.ts';
import type { Before, Plan } from './plan.ts';
import type { Pool } from './pool.ts';
import type { Files } from './state.ts';
import type { Store } from './store.ts';

/** If one in so many entries is new or changed, all are gathered again. */
const SHARE = 8;

export interface Indexing {
  store: Store;
  before: Before;
  plan: Plan;
  /** Directories filled in this build, by path; those of the index are added. */
  staged: Map<string, string>;
  /** How many entries there are. */
  entries: number;
  /** Codes of all units, in rising order. */
  units: readonly string[];
  /** Of the number of the index's files. */
  bits: number;
  recent: Recent;
  /** Index numbers of what was recent in the index of the release before, the newest first; undefined when all is to be gathered. */
  former: readonly string[] | undefined;
  /** Index numbers of entries that came, went, or have pages whose bytes differ from those of the release before. */
  touched: ReadonlySet<string>;
  /** Index numbers of all entries. */
  all(): readonly string[];
  /** Workers, if there are any, and whether they have gathered the pages of all entries as they made them. */
  pool: Pool | undefined;
  isGathered: boolean;
}

/**
 * Brings the search index up to date with the pages: only files with a key that comes or goes are written, unless many
 * entries changed. The index depends on the pages alone.
 */
export async function indexPages(asked: Indexing) {
  const files = new Map<string, Files>();
  const filesOf = (directory: string) => files.get(directory) ?? files.set(directory, asked.before.files(directory)).get(directory)!;
  const indexing = { ...asked, before: { ...asked.before, files: filesOf } };
  const { former, touched, entries, units, bits } = indexing;
  const manifest = former && readManifest(indexing);
  const isKept = manifest?.bits === bits && manifest.units.join() === units.join();
  if (former && isKept && touched.size * SHARE <= entries) changeIndex(indexing, former, manifest);
  else await makeIndex(indexing);
}
