import { isDay } from '../../model/day.ts';
import { inWords } from '../dates.ts';
import type { Hit } from './hit.ts';

const CHINESE = '[一二三四五六七八九〇○零]';
const SHAPES: [pattern: RegExp, wrong: string][] = [
  [/(?<![\d.])(?:19|20)\d{2}\d{2,4} ?日/gu, '缺“年”“月”'],
  [/^(?:19|20)\d{2}\d{2,4}$/gu, '缺“年”“月”“日”'],
  [/(?<!\d)(?:19|20)\d{2} ?年 ?\d{3,4} ?日/gu, '缺“月”'],
  [/(?<!\d)(?:19|20)\d{2}\d{1,2} ?月 ?\d{1,2} ?日/gu, '缺“年”'],
  [/(?<!\d)(?:19|20)\d{2} ?年 ?月 ?\d{0,2} ?日/gu, '缺月份'],
  [/(?<!\d)(?:19|20)\d{2} ?年 ?\d{1,2} ?月 ?日/gu, '缺日期'],
  [/(?<![\d一二三四五六七八九十〇零○本当每同次去今明上下半两几数全该往整年的])年 ?月 ?日/gu, '年、月、日都空着'],
  [new RegExp(`(?=${CHINESE}{0,3}[0OＯ])(?:${CHINESE}|[0OＯ]){4}年`, 'gu'), '汉字年份里混着数字“0”或者字母“O”'],
];

/** Dates that lost a part, and dates that the calendar does not have. */
export function brokenDatesIn(plain: string): Hit[] {
  const broken = SHAPES.flatMap(([pattern, wrong]) =>
    [...plain.matchAll(pattern)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      message: `日期不完整：${wrong}。${advice(match[0])}`,
    })),
  );
  return [...broken, ...impossibleIn(plain)];
}

function impossibleIn(plain: string): Hit[] {
  return [...plain.matchAll(/(?<!\d)((?:19|20)\d{2}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日/gu)].flatMap((match) => {
    const day = toDay(match[1]!, match[2]!, match[3]!);
    return isDay(day)
      ? []
      : [{ from: match.index, to: match.index + match[0].length, message: '日历上没有这一天。对照原件核对年、月、日。' }];
  });
}

const toDay = (year: string, month: string, date: string) => `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;

/** The days that the remaining digits could mean: help for the person who looks it up, never used. */
function advice(text: string): string {
  const digits = /^((?:19|20)\d{2})\D?(\d{2,4})\D?$/u.exec(text.replaceAll(' ', ''));
  const rest = digits?.[2] ?? '';
  const days = [1, 2].map((cut) => toDay(digits?.[1] ?? '', rest.slice(0, cut), rest.slice(cut))).filter((day) => isDay(day));
  return days.length > 0 ? `可能是${[...new Set(days)].map(inWords).join('，也可能是')}，对照原件补全。` : '对照原件核对。';
}
