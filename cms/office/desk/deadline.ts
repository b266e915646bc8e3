import type { Duty } from '../../model/duty.ts';
import { INTERPRETATION_LIMIT, LETTER_LIMIT, type Limit, limitOf, toLimitWords } from '../../model/limit.ts';
import type { WorkdaysBetween } from '../workdays.ts';
import type { FrontMatter } from './compare-fields.ts';

/** By when something must be public, and why. */
export interface Deadline {
  /** Why, for people: the day from which it counts and the term, or the date that the catalogue lays down. */
  basis: string;
  /** Last day in time, YYYY-MM-DD; undefined when the calendar of that year is not known yet. */
  due: string | undefined;
}

export interface Known {
  duty: (id: string) => Duty | undefined;
  /** Duties of the unit that an entry of this type proves. */
  dutiesBy: (type: string) => readonly Duty[];
  /** Day on which the entry of an index number was published. */
  publishedOn: (number: string) => string | undefined;
  workdaysBetween: WorkdaysBetween;
}

/**
 * The legal deadline of an entry that is not published yet, the first of several; undefined when none is laid down.
 * @param drafted day on which it was begun, YYYY-MM-DD; terms count from it when no field tells when it was made
 */
export function deadlineOf(type: string, data: FrontMatter, drafted: string, known: Known): Deadline | undefined {
  const within = (from: Beginning | undefined, limit: Limit | undefined): Deadline[] =>
    from && limit
      ? [{ basis: `${from.what} ${from.day} 起${toLimitWords(limit)}内`, due: lastDay(from.day, limit, known.workdaysBetween) }]
      : [];
  if (type === 'letter') return within(toBeginning('来信日期', data.received_on), LETTER_LIMIT)[0];
  if (type === 'interpretation') {
    const days = listOf(data.interprets).flatMap((number) => known.publishedOn(number) ?? []);
    return within(toBeginning('文件发布日期', days.sort()[0]), INTERPRETATION_LIMIT)[0];
  }
  const named = listOf(data.duties).flatMap((id) => known.duty(id) ?? []);
  const duties = named.length === 0 && type === 'annual-report' ? known.dutiesBy(type) : named;
  const made = MADE[type];
  if (!made && duties.length === 0) return undefined;
  const from = made ? toBeginning(made, data.document_date) : toBeginning('拟稿日期', drafted);
  const year = from && (typeof data.year === 'number' ? data.year + 1 : Number(from.day.slice(0, 4)));
  const onDates = from && year ? duties.flatMap(({ clock }) => onDate(clock, from, year) ?? []) : [];
  return [...within(from, limitOf(duties)), ...onDates].sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1))[0];
}

/** Day from which a term counts, and what that day is. */
interface Beginning {
  what: string;
  day: string;
}

/** Types that owe the usual term even when they name no duty, and what their date is called. */
const MADE: Readonly<Record<string, string>> = { policy: '成文日期', disclosure: '形成日期' };

const toBeginning = (what: string, day: unknown): Beginning | undefined =>
  typeof day === 'string' && DAY.test(day) ? { what, day } : undefined;

/** The deadline of a duty that is due on dates. @param year in which it is due, when it is yearly */
function onDate({ kind, date }: Duty['clock'], { what, day }: Beginning, year: number): Deadline | undefined {
  if (kind === 'yearly' && date !== undefined) return { basis: `每年${toDayWords(date)}前`, due: `${year}-${date}` };
  if (kind !== 'quarterly') return undefined;
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  return { basis: `${what} ${day}，每季度公开，本季度内`, due: `${day.slice(0, 4)}-${QUARTER_ENDS[quarter - 1]}` };
}

const QUARTER_ENDS = ['03-31', '06-30', '09-30', '12-31'];

const toDayWords = (date: string): string => {
  const [month, day] = date.split('-').map(Number);
  return `${month}月${day}日`;
};

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const DAY_MS = 86_400_000;

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);

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
