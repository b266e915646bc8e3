import { Calendar } from '../../cms/calendar/calendar.ts';
import { readYear, type YearFault } from '../../cms/calendar/parse-year.ts';
import type { Year } from '../../cms/calendar/years.ts';
import type { JudgingFiles } from './judging-files.ts';

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
    const read = readYear(file, bytes);
    if (read?.arrangement) years.set(read.year, read.arrangement);
    faults.push(...(read?.faults ?? []).map((fault) => ({ ...fault, file })));
  }
  return { calendar: new Calendar(years), faults };
}
