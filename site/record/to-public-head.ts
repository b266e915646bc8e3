import type { Library } from '../../cms/library/library.ts';
import type { PublicHead } from '../../cms/model/public-record.ts';

/** Where the chain stands today. */
export function toPublicHead(library: Library): PublicHead {
  const { commit, at, takenOver } = library.chain!;
  return { head: commit, at, day: library.today(), taken_over: takenOver };
}
