import { addDays } from '../../../../cms/calendar/days.ts';
import type { Library } from '../../../../cms/library/library.ts';
import { binds, type Duty, standsInUnitFile } from '../../../../cms/model/duty.ts';
import type { Unit } from '../../../../cms/model/unit.ts';
import { dataOf } from '../../../subjects/data-of.ts';

/** Units that a duty binds. */
const obliged = (duty: Duty, library: Library): Unit[] => library.units().filter((unit) => binds(duty, unit));

/**
 * Since when units have not done a duty: the day of the last proof, '' for never; those that have done it are left out.
 * Proof is a public entry that names the duty, or a nil statement that covers the present.
 */
export function unproven(duty: Duty, library: Library, today: string): { unit: Unit; since: string }[] {
  if (standsInUnitFile(duty)) return [];
  const last = new Map<string, string>();
  const prove = (unit: string, day: string) => last.set(unit, [last.get(unit) ?? '', day].sort()[1]!);
  for (const item of library.referring('duty', duty.id)) prove(item.unit, dataOf(item, 'nil-statement')?.until ?? '');
  for (const item of library.referring('duties', duty.id))
    if (duty.proof.includes(item.type)) prove(item.unit, item.publishedAt.slice(0, 10));
  const due = dueSince(duty, today);
  return obliged(duty, library)
    .map((unit) => ({ unit, since: last.get(unit.id) ?? '' }))
    .filter(({ since }) => since === '' || since < due);
}

/** The day after which the newest proof must lie. */
function dueSince({ clock }: Duty, today: string): string {
  const year = Number(today.slice(0, 4));
  if (clock.kind === 'yearly') {
    const due = `${year}-${clock.date ?? '12-31'}`;
    return today > due ? `${year}-01-01` : `${year - 1}-01-01`;
  }
  // A quarter's figures come in the quarter that follows.
  return clock.kind === 'quarterly' ? addDays(today, -184) : '';
}
