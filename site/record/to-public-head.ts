import type { Named, OfficeAct } from '../../cms/library/entry-act.ts';
import type { Library } from '../../cms/library/library.ts';
import type { PublicHead, PublicOfficeAct } from '../../cms/model/public-record.ts';
import { toNamer } from './to-record.ts';

/** Where the chain stands today. */
export function toPublicHead(library: Library): PublicHead {
  const { commit, at, takenOver } = library.acts.chain!;
  const name = toNamer(library);
  const acts = library.acts.ofOffice.map((act) => toOfficeAct(act, name));
  return { head: commit, at, day: library.today(), ...(acts.length > 0 && { office_acts: acts }), taken_over: takenOver };
}

const toOfficeAct = ({ kind, at, commit, by, reason, purged, key, lost }: OfficeAct, name: (person: Named) => string): PublicOfficeAct => ({
  ...{ kind, at, commit, person: name(by), reason },
  ...(purged && { unit: purged.unit, type: purged.type }),
  ...(purged?.number !== undefined && { index_number: purged.number }),
  ...(key !== undefined && { key }),
  ...(lost !== undefined && { lost }),
});
