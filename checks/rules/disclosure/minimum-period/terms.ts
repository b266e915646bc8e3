import type { Calendar } from '../../../../cms/calendar/calendar.ts';
import { daysBetween } from '../../../../cms/calendar/days.ts';

/** How long something must be up for comment. */
export interface Term {
  unit: 'working-days' | 'days';
  days: number;
}

/** 重大行政决策程序暂行条例 art. 15; shorter only with a stated reason. */
export const CONSULTATION: Term = { unit: 'days', days: 30 };

/** Terms that a law fixes, each by words of the title. */
const TERMS: [pattern: RegExp, term: Term][] = [
  // 土地管理法实施条例 art. 26, 28
  [/征收土地预公告|土地征收(?:启动|预)公告|拟征收土地/u, { unit: 'working-days', days: 10 }],
  [/征地补偿安置(?:方案|公告)/u, { unit: 'days', days: 30 }],
  // 国有土地上房屋征收与补偿条例 art. 10
  [/房屋征收补偿方案/u, { unit: 'days', days: 30 }],
  // 城乡规划法 art. 26
  [/(?:总体|详细|镇|乡|村庄|城乡|国土空间)规划.{0,8}(?:草案|公示)|规划草案/u, { unit: 'days', days: 30 }],
  // 公务员法 art. 32
  [/拟录用.{0,6}公务员|公务员.{0,6}拟录用|拟录用(?:人员|名单)/u, { unit: 'working-days', days: 5 }],
  // 政府采购法实施条例 art. 38
  [/单一来源(?:采购)?.{0,8}公示/u, { unit: 'working-days', days: 5 }],
];

export const termOf = (title: string): Term | undefined => TERMS.find(([pattern]) => pattern.test(title))?.[1];

/** How long from the first day to the last, the first not counted; endless where the calendar does not reach. */
export function lastingDays(from: string, to: string, unit: Term['unit'], calendar: Calendar): number {
  return unit === 'days' ? daysBetween(from, to) : (calendar.workdaysBetween(from, to) ?? Number.POSITIVE_INFINITY);
}

export const toWords = ({ unit, days }: Term): string => `${days}${unit === 'days' ? '日' : '个工作日'}`;
