import { addDays, daysBetween, isWeekend } from './days.ts';
import { builtIn, type Year } from './years.ts';

/** Which days are worked, as far as the State Council's arrangements are known. */
export class Calendar {
  readonly #years: ReadonlyMap<number, Year>;
  readonly #first: string;
  /** Working days from the first day up to and with each day. */
  readonly #counted: readonly number[];

  /** @param more years of the county; those that come with the project stay as they are */
  constructor(more: ReadonlyMap<number, Year> = new Map()) {
    this.#years = new Map([...more, ...builtIn]);
    this.#first = `${Math.min(...builtIn.keys())}-01-01`;
    this.#counted = count(this.#first, this.#years);
  }

  /**
   * Working days from one day to another, day one not counted (STD-CAL-02, -03); negative when the second comes first.
   * Undefined when the holidays of a year in between are not known: rule `disclosure/calendar` tells of that.
   */
  workdaysBetween(from: string, to: string): number | undefined {
    const [first, last] = [from, to].map((day) => this.#counted[daysBetween(this.#first, day)]);
    return first === undefined || last === undefined ? undefined : last - first;
  }

  /** Whether the calendar ought to know a year and does not: years before its first are history. */
  isMissing(year: number): boolean {
    return `${year}` >= this.#first.slice(0, 4) && !this.#years.has(year);
  }
}

function count(first: string, years: ReadonlyMap<number, Year>): number[] {
  const holidays = new Set([...years.values()].flatMap((year) => Object.values(year.holidays).flatMap((span) => daysOf(...span))));
  const worked = new Set([...years.values()].flatMap((year) => year.workdays));
  let total = 0;
  const counted: number[] = [];
  for (let day = first; years.has(Number(day.slice(0, 4))); day = addDays(day, 1)) {
    if (worked.has(day) || !(holidays.has(day) || isWeekend(day))) total++;
    counted.push(total);
  }
  return counted;
}

const daysOf = (first: string, last: string): string[] =>
  Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));
