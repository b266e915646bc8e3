import { isDay } from '../model/day.ts';
import { toNumber } from './numerals.ts';

const CHINESE_DIGIT = '[一二三四五六七八九〇○零0OＯ]';
/** A whole date in one of the three ways documents and pages write it. Works on folded text. */
export const DATE = `(?:(?<!\\d)(?:19|20)\\d{2} ?年 ?\\d{1,2} ?月 ?\\d{1,2} ?日|(?<!\\d)(?:19|20)\\d{2}[-./]\\d{1,2}[-./]\\d{1,2}(?!\\d)|${CHINESE_DIGIT}{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)`;

/** The day that a text names and nothing else, as YYYY-MM-DD. */
export function toDay(plain: string): string | undefined {
  if (!new RegExp(`^${DATE}$`, 'u').test(plain.trim())) return undefined;
  const [year = '', month = '', date = ''] = plain
    .trim()
    .split(/[年月日\-./]/u)
    .map((part) => String(toNumber(part.trim())));
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

/** YYYY-MM-DD, with HH:MM when the text gives it. */
export function toMinute(text: string): string | undefined {
  const [day = '', time = ''] = text
    .trim()
    .replaceAll('：', ':')
    .split(/(?<=[\d日])[ T]+(?=\d)/u);
  const known = toDay(day);
  return known && (/^(?:[01]\d|2[0-3]):[0-5]\d/u.test(time) ? `${known} ${time.slice(0, 5)}` : known);
}

/** 2018-07-02 as 2018年7月2日. */
export function inWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
