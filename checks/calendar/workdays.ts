import { addDays, daysBetween, isWeekend } from './days.ts';
import { years } from './years.ts';

const FIRST_YEAR = Math.min(...years.keys());
const FIRST = `${FIRST_YEAR}-01-01`;
/** Working days from the beginning of the calendar up to and with each day of it. */
const COUNTED = count();

/**
 * Working days from one day to another, day one not counted (STD-CAL-02, -03); negative when the second comes first.
 * Undefined when the holidays of a year in between are not known: rule `disclosure/calendar` tells of that.
 */
export function workdaysBetween(from: string, to: string): number | undefined {
  const [first, last] = [COUNTED[daysBetween(FIRST, from)], COUNTED[daysBetween(FIRST, to)]];
  return first === undefined || last === undefined ? undefined : last - first;
}

/** Whether the calendar ought to know a year and does not: years before its first are history. */
export const isMissing = (year: number): boolean => year >= FIRST_YEAR && !years.has(year);

function count(): number[] {
  const holidays = new Set(
    [...years.values()].flatMap((year) => Object.values(year.holidays).flatMap(([first, last]) => span(first, last))),
  );
  const worked = new Set([...years.values()].flatMap((year) => year.workdays));
  let total = 0;
  const counted: number[] = [];
  for (let day = FIRST; years.has(Number(day.slice(0, 4))); day = addDays(day, 1)) {
    if (worked.has(day) || !(holidays.has(day) || isWeekend(day))) total++;
    counted.push(total);
  }
  return counted;
}

function span(first: string, last: string): string[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));
}
