import type { Duty } from '../../model/duty.ts';
import { INTERPRETATION_LIMIT, LETTER_LIMIT, type Limit, limitOf } from '../../model/limit.ts';
import type { WorkdaysBetween } from '../workdays.ts';
import type { FrontMatter } from './compare-fields.ts';

/** By when something must be public, and why. */
export interface Deadline {
  /** Day from which it counts, YYYY-MM-DD. */
  from: string;
  /** What that day is. */
  begins: string;
  limit: Limit;
  /** Last day in time, YYYY-MM-DD; undefined when the calendar of that year is not known yet. */
  due: string | undefined;
}

export interface Known {
  duty: (id: string) => Duty | undefined;
  /** Day on which the entry of an index number was published. */
  publishedOn: (number: string) => string | undefined;
  workdaysBetween: WorkdaysBetween;
}

/** The legal deadline of an entry that is not published yet; undefined when no rule sets one. */
export function deadlineOf(type: string, data: FrontMatter, known: Known): Deadline | undefined {
  const begun = (value: unknown, begins: string, limit: Limit | undefined): Deadline | undefined =>
    typeof value === 'string' && DAY.test(value) && limit
      ? { from: value, begins, limit, due: lastDay(value, limit, known.workdaysBetween) }
      : undefined;
  switch (type) {
    case 'policy':
      return begun(data.document_date, '成文日期', limitOf(dutiesIn(data, known)));
    case 'disclosure':
      return begun(data.document_date, '形成日期', limitOf(dutiesIn(data, known)));
    case 'letter':
      return begun(data.received_on, '来信日期', LETTER_LIMIT);
    case 'interpretation': {
      const days = listOf(data.interprets).flatMap((number) => known.publishedOn(number) ?? []);
      return begun(days.sort()[0], '文件发布日期', INTERPRETATION_LIMIT);
    }
    default:
      return undefined;
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const DAY_MS = 86_400_000;

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);

const dutiesIn = (data: FrontMatter, { duty }: Known): Duty[] => listOf(data.duties).flatMap((id) => duty(id) ?? []);

const addDays = (day: string, days: number) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The last day that is still in time; one that is no working day does not count against it. */
function lastDay(from: string, { unit, days }: Limit, workdaysBetween: WorkdaysBetween): string | undefined {
  if (Number.isNaN(Date.parse(from))) return undefined;
  if (unit === 'days') return addDays(from, days);
  // Holidays at most double the time.
  for (let ahead = days; ahead <= 3 * days + 15; ahead++) {
    const day = addDays(from, ahead);
    const passed = workdaysBetween(from, day);
    if (passed === undefined) return undefined;
    if (passed >= days) return day;
  }
  return undefined;
}
