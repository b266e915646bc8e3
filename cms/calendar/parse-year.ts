import { z } from 'zod';
import { Places } from '../library/places.ts';
import { readText } from '../library/read-text.ts';
import { readYaml, YamlError } from '../library/yaml.ts';
import { isDay } from '../model/day.ts';
import { daysBetween, isWeekend } from './days.ts';
import { builtIn, type Year } from './years.ts';

/** Something wrong in the arrangement that a county wrote. */
export interface YearFault {
  /** From one. */
  line: number;
  column: number;
  /** What is wrong and what to do. */
  message: string;
}

/** A year that a county adds; it lies among the word lists and is none. */
export const YEAR_FILE = /^lexicon\/calendar-(\d{4})\.yaml$/u;

const DAY = z.string().refine(isDay);
const YEAR: z.ZodType<Year> = z.strictObject({ holidays: z.record(z.string(), z.tuple([DAY, DAY])), workdays: z.array(DAY) });
const FORM = 'holidays 逐个写节日和“[第一天, 最后一天]”，workdays 列出调休上班的周末，日期写成 "2027-01-01"';
/** Holidays of the whole people (全国年节及纪念日放假办法); two that meet are written as one, `国庆节、中秋节`. */
const NAMES = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'];
/** No arrangement has had a longer span. In days. */
const LONGEST = 10;

/** The arrangement in a file of the content root, or what is wrong with it; undefined for another file. */
export function readYear(path: string, bytes: Uint8Array): { year: number; arrangement?: Year; faults: YearFault[] } | undefined {
  const year = Number(YEAR_FILE.exec(path)?.[1]);
  if (Number.isNaN(year)) return undefined;
  const read = readText(bytes);
  return 'text' in read ? { year, ...parseYear(read.text, year) } : { year, faults: [{ line: 1, column: 1, message: read.refused }] };
}

/** The arrangement for a year as a county writes it, or what is wrong with it. */
export function parseYear(text: string, year: number): { arrangement?: Year; faults: YearFault[] } {
  if (builtIn.has(year)) return { faults: [{ line: 1, column: 1, message: `${year} 年的节假日安排已经内置，不用另写。删去这个文件。` }] };
  const places = new Places(text);
  let value: unknown;
  try {
    value = readYaml(text, places);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return { faults: [{ ...error.place, message: `节假日安排读不出来：${error.message}` }] };
  }
  const { data, error } = YEAR.safeParse(value);
  if (!data) return { faults: [{ ...placeOf(places, error.issues[0]!.path), message: `节假日安排的写法不对。${FORM}。` }] };
  const faults = [...faultsOf(data, year)].map(({ path, message }) => ({ ...placeOf(places, path), message }));
  return faults.length > 0 ? { faults } : { arrangement: data, faults };
}

function* faultsOf({ holidays, workdays }: Year, year: number): Generator<{ path: PropertyKey[]; message: string }> {
  const spans = Object.entries(holidays);
  const isHoliday = (day: string) => spans.some(([, [first, last]]) => first <= day && day <= last);
  for (const [name, [first, last]] of spans) {
    const path = ['holidays', name];
    const length = daysBetween(first, last) + 1;
    if (!`${first}${last}`.match(new RegExp(`^${year}.{6}${year}`, 'u')))
      yield { path, message: `${name}的日期不在 ${year} 年。对照通知改正。` };
    else if (length < 1 || length > LONGEST) yield { path, message: `${name}从 ${first} 到 ${last} 不对。先写第一天，再写最后一天。` };
  }
  const names = spans.map(([name]) => name).join('、');
  const missing = NAMES.filter((name) => !names.includes(name));
  if (missing.length > 0)
    yield { path: ['holidays'], message: `没有写${missing.join('、')}。七个节日都要写，连在一起的写成“国庆节、中秋节”。` };
  for (const [index, day] of workdays.entries())
    if (!day.startsWith(`${year}-`) || !isWeekend(day) || isHoliday(day))
      yield { path: ['workdays', index], message: `${day} 不是 ${year} 年要上班的周末。对照通知改正。` };
}

const placeOf = (places: Places, path: readonly PropertyKey[]) => places.of(path.filter((key) => typeof key !== 'symbol'));
