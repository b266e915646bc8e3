import type { Library } from '../../../../cms/library/library.ts';
import type { Duty } from '../../../../cms/model/duty.ts';
import type { Calendar } from '../../../calendar/calendar.ts';
import { daysBetween } from '../../../calendar/days.ts';

/** How long something may take until it is public. */
interface Limit {
  unit: 'working-days' | 'days';
  days: number;
}

/** 政府信息公开条例 art. 26: twenty working days, unless another rule sets a term. */
const USUAL: Limit = { unit: 'working-days', days: 20 };
/** Longest term first in calendar days, for telling which of several is the strictest. */
const WEIGHT = { 'working-days': 1.4, days: 1 };

const known = new WeakMap<Library, ReadonlyMap<string, Duty>>();

/** The strictest term of the duties that an entry fulfils; undefined when they are due on dates instead. */
export function limitOf(ids: readonly string[], library: Library): Limit | undefined {
  let duties = known.get(library);
  if (!duties) known.set(library, (duties = new Map(library.duties().map((duty) => [duty.id, duty]))));
  const clocks = ids.flatMap((id) => duties.get(id)?.clock ?? []);
  if (clocks.length > 0 && clocks.every(({ kind }) => kind === 'yearly' || kind === 'quarterly')) return undefined;
  const limits = clocks.flatMap(({ kind, days }): Limit[] =>
    (kind === 'working-days' || kind === 'days') && days !== undefined ? [{ unit: kind, days }] : [],
  );
  return limits.sort((a, b) => a.days * WEIGHT[a.unit] - b.days * WEIGHT[b.unit])[0] ?? USUAL;
}

/** Days of this unit from one day to another; undefined when the calendar does not reach. */
export const elapsed = (unit: Limit['unit'], from: string, to: string, calendar: Calendar): number | undefined => {
  const workdays = calendar.workdaysBetween(from, to);
  return unit === 'working-days' || workdays === undefined ? workdays : daysBetween(from, to);
};

export const toWords = ({ unit, days }: Limit): string => `${days}${unit === 'days' ? '日' : '个工作日'}`;
