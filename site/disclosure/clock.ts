import { addDays, daysBetween } from '../../cms/calendar/days.ts';
import type { Item } from '../../cms/library/item.ts';
import type { Library } from '../../cms/library/library.ts';
import type { Duty } from '../../cms/model/duty.ts';
import { limitOf, toLimitWords } from '../../cms/model/limit.ts';
import { toChineseDay } from '../dates.ts';

/** When a duty is due, as the catalogue puts it. */
export function toClockWords({ clock: { kind, days, date } }: Pick<Duty, 'clock'>): string {
  switch (kind) {
    case 'working-days':
      return `信息形成或者变更之日起${days}个工作日内`;
    case 'days':
      return `形成或者批准之日起${days}日内`;
    case 'yearly':
      return `每年${toMonthAndDay(date!)}前`;
    case 'quarterly':
      return '每季度公开一次';
    case 'standing':
      return '长期公开，变动时更新';
  }
}

/** The same in the few words of a list. */
export function toShortClock(duty: Pick<Duty, 'clock'>): string {
  const { kind, days } = duty.clock;
  if (kind === 'working-days') return `${days}个工作日内`;
  return kind === 'days' ? `批准后${days}日内` : kind === 'standing' ? '长期公开' : toClockWords(duty);
}

const toMonthAndDay = (date: string) => date.split('-').map(Number).join('月').concat('日');

const QUARTER_ENDS = ['03-31', '06-30', '09-30', '12-31'];

/** Last day (YYYY-MM-DD) on which the next information must be public; undefined for what is due only when something happens. */
export function nextDue({ clock }: Pick<Duty, 'clock'>, publishedOn: string): string | undefined {
  const year = Number(publishedOn.slice(0, 4));
  if (clock.kind === 'yearly') return `${year + 1}-${clock.date}`;
  if (clock.kind !== 'quarterly') return undefined;
  const next = Math.ceil(Number(publishedOn.slice(5, 7)) / 3);
  return next === 4 ? `${year + 1}-${QUARTER_ENDS[0]}` : `${year}-${QUARTER_ENDS[next]}`;
}

/** Days after the period of a statement in which the next one can be made. */
const STATEMENT_DAYS = 31;

/**
 * Last day on which a statement that there was nothing to publish stands for the present: a period as long as its own has passed
 * by then, and time to make the next one.
 */
export function nextStatementDue({ from, until }: Item<'nil-statement'>['data']): string {
  return addDays(until, daysBetween(from, until) + 1 + STATEMENT_DAYS);
}

/** Whether something came out in time, and from what that follows. */
export interface InTime {
  isLate: boolean;
  words: string;
}

/** Undefined where neither the entry nor the calendar tells. */
export function toInTime(library: Library, duty: Duty, item: Item): InTime | undefined {
  const published = item.publishedAt.slice(0, 10);
  const due = dueDateOf(duty, item);
  if (due) return { isLate: published > due, words: `期限为${toChineseDay(due)}` };
  const limit = limitOf([duty]);
  const made = madeOn(library, item);
  if (!limit || !made || made.day > published) return undefined;
  const days = limit.unit === 'days' ? daysBetween(made.day, published) : library.workdaysBetween(made.day, published);
  if (days === undefined) return undefined;
  const taken = days === 0 ? '当天' : `${toLimitWords({ ...limit, days })}`;
  return { isLate: days > limit.days, words: `${made.what}后${taken}公开，期限为${toLimitWords(limit)}` };
}

/** When something was due that is due on a date of the year. */
function dueDateOf({ clock }: Duty, item: Item): string | undefined {
  if (clock.kind !== 'yearly' || item.type === 'nil-statement') return undefined;
  const year = item.type === 'annual-report' ? (item as Item<'annual-report'>).data.year + 1 : item.publishedAt.slice(0, 4);
  return `${year}-${clock.date}`;
}

/** The day from which the term of an entry counts, and what happened on it. */
function madeOn(library: Library, item: Item): { what: string; day: string } | undefined {
  if (item.type === 'interpretation') {
    const days = (item as Item<'interpretation'>).data.interprets.flatMap((number) => library.item(number)?.publishedAt.slice(0, 10) ?? []);
    return days.length > 0 ? { what: '文件发布', day: days.sort()[0]! } : undefined;
  }
  return 'document_date' in item.data && item.data.document_date
    ? { what: item.type === 'policy' ? '成文' : '形成', day: item.data.document_date }
    : undefined;
}
