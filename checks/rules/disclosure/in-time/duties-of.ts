import type { Library } from '../../../../cms/library/library.ts';
import type { Duty } from '../../../../cms/model/duty.ts';

const known = new WeakMap<Library, ReadonlyMap<string, Duty>>();

/** The duties of these ids. */
export function dutiesOf(ids: readonly string[], library: Library): Duty[] {
  let duties = known.get(library);
  if (!duties) known.set(library, (duties = new Map(library.duties().map((duty) => [duty.id, duty]))));
  return ids.flatMap((id) => duties.get(id) ?? []);
}
