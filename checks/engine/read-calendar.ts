import { Calendar } from '../../cms/calendar/calendar.ts';
import type { Year } from '../../cms/calendar/years.ts';
import { readText } from '../../cms/library/read-text.ts';
import { parseYear, type YearFault } from '../calendar/parse-year.ts';
import type { JudgingFiles } from './judging-files.ts';

/** A year that a county adds; it lies among the word lists and is none. */
export const YEAR_FILE = /^lexicon\/calendar-(\d{4})\.yaml$/u;

/** Something wrong in such a file. */
export interface CalendarFault extends YearFault {
  /** Path from the content root. */
  file: string;
}

interface Read {
  calendar: Calendar;
  faults: readonly CalendarFault[];
}

const known = new WeakMap<JudgingFiles, Read>();

/** The working days as the project and a content root know them, and what is wrong in the years of the content root. */
export function readCalendar(files: JudgingFiles): Read {
  let read = known.get(files);
  if (!read) known.set(files, (read = toCalendar(files)));
  return read;
}

function toCalendar(files: JudgingFiles): Read {
  const years = new Map<number, Year>();
  const faults: CalendarFault[] = [];
  for (const [file, bytes] of files) {
    const year = Number(YEAR_FILE.exec(file)?.[1]);
    if (Number.isNaN(year)) continue;
    const read = readText(bytes);
    const parsed = 'text' in read ? parseYear(read.text, year) : { faults: [{ line: 1, column: 1, message: read.refused }] };
    if ('arrangement' in parsed && parsed.arrangement) years.set(year, parsed.arrangement);
    faults.push(...parsed.faults.map((fault) => ({ ...fault, file })));
  }
  return { calendar: new Calendar(years), faults };
}
