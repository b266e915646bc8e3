import { isWrittenDay } from '../../model/day.ts';
import { toMinute } from '../store/clock.ts';
import { Refusal } from '../store/refusal.ts';

/** How far ahead something may be signed: whoever signs answers for it as it will be then. In seconds. */
const LONGEST = 366 * 86_400;

/**
 * The time for which a person signs (定时发布), as it was written; undefined for at once.
 * @param now seconds since 1970
 * @throws Refusal when it is no time to come
 */
export function readPublishAt(written: string, now: number): string | undefined {
  const text = written.trim().replace(/\s+/gu, ' ').replace('：', ':');
  if (text === '') return undefined;
  const [day = '', time = ''] = text.split(' ');
  if (!isWrittenDay(day) || !/^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(time))
    throw new Refusal('wrong', '定时发布的时间写成“年-月-日 时:分”，例如 2026-12-01 09:00。没有签字，改好再签。');
  if (text <= toMinute(now)) throw new Refusal('wrong', `定时发布的时间 ${text} 已经过去。没有签字，改好再签；要马上发布，不填时间。`);
  if (text > toMinute(now + LONGEST)) throw new Refusal('wrong', `定时发布最多提前一年。没有签字，改好再签。`);
  return text;
}
