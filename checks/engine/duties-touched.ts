import type { Library } from '../../cms/library/library.ts';
import type { StoredEntry } from '../../cms/library/stored.ts';
import { unproven } from '../rules/disclosure/duty-proven/proof.ts';

/** A duty of a unit that entries of a change name, before it or after. */
export interface TouchedDuty {
  /** Id of the unit. */
  unit: string;
  /** What the catalogue calls it, with its domain. */
  duty: string;
  /** Whether the unit has done it, before the change and after it. */
  wasProven: boolean;
  isProven: boolean;
}

/** Names what entries say they prove: in `duties`, or in `duty` of a nil statement. */
const namedBy = ({ data }: StoredEntry): string[] => {
  const { duties, duty } = data as { duties?: unknown; duty?: unknown };
  return [...(Array.isArray(duties) ? duties : []), duty].filter((id): id is string => typeof id === 'string');
};

/** Duties and units that entries touch, as `<unit> <duty>`. */
export const touchedBy = (entries: readonly StoredEntry[]): Set<string> =>
  new Set(entries.flatMap((entry) => namedBy(entry).map((duty) => `${entry.unit} ${duty}`)));

/** Those of some duties that are not proven on a day, as `<unit> <duty>`. */
export function unprovenAmong(touched: ReadonlySet<string>, library: Library, today: string): Set<string> {
  const ids = new Set([...touched].map((key) => key.split(' ')[1]!));
  const found = [...ids].flatMap((id) => {
    const duty = library.duty(id);
    return duty ? unproven(duty, library, today).map(({ unit }) => `${unit.id} ${id}`) : [];
  });
  return new Set(found.filter((key) => touched.has(key)));
}

export function toTouchedDuties(
  touched: ReadonlySet<string>,
  library: Library,
  { before, after }: Record<'before' | 'after', ReadonlySet<string>>,
): TouchedDuty[] {
  return [...touched].sort().flatMap((key) => {
    const [unit = '', id = ''] = key.split(' ');
    const duty = library.duty(id);
    return duty ? [{ unit, duty: `${duty.domain}：${duty.name}`, wasProven: !before.has(key), isProven: !after.has(key) }] : [];
  });
}
