import type { Calendar } from '../../../../cms/calendar/calendar.ts';
import { daysBetween } from '../../../../cms/calendar/days.ts';
import type { Limit } from '../../../../cms/model/limit.ts';

/** Days of this unit from one day to another; undefined when the calendar does not reach. */
export const elapsed = (unit: Limit['unit'], from: string, to: string, calendar: Calendar): number | undefined => {
  const workdays = calendar.workdaysBetween(from, to);
  return unit === 'working-days' || workdays === undefined ? workdays : daysBetween(from, to);
};
