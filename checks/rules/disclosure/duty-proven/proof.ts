import type { Library } from '../../../../cms/library/library.ts';
import type { Duty } from '../../../../cms/model/duty.ts';
import type { Unit } from '../../../../cms/model/unit.ts';
import { addDays } from '../../../calendar/days.ts';
import { dataOf } from '../../../subjects/data-of.ts';

/** Units that a duty binds. */
export const obliged = ({ owners, units }: Duty, library: Library): Unit[] =>
  library.units().filter(({ id, kind }) => owners.includes(kind) && (!units || units.includes(id)));

/** What 政府信息公开条例 art. 20(2) asks for stands in the unit's own file, and so on its page. */
const isOwnFile = ({ basis }: Duty) => basis.some(({ law, article }) => /政府信息公开条例$/u.test(law) && article === '第二十条第二项');

/**
 * Since when a unit has not done a duty: the day of its last proof, '' for never; undefined when it has done it.
 * Proof is a public entry that names the duty, or a nil statement that covers the present.
 */
export function unprovenSince(duty: Duty, unit: Unit, library: Library, today: string): string | undefined {
  if (isOwnFile(duty)) return undefined;
  const statements = library.referring('duty', duty.id).filter((item) => item.unit === unit.id);
  const covered = statements.map((item) => dataOf(item, 'nil-statement')?.until ?? '');
  const entries = library.referring('duties', duty.id).filter((item) => item.unit === unit.id && duty.proof.includes(item.type));
  const days = [...covered, ...entries.map(({ publishedAt }) => publishedAt.slice(0, 10))].sort();
  const last = days.at(-1) ?? '';
  return last !== '' && last >= dueSince(duty, today) ? undefined : last;
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
