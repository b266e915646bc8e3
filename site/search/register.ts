/** What is told of an entry without its page. */
export interface Row {
  /** Index number. */
  number: string;
  /** YYYY-MM-DD */
  day: string;
  type: string;
  state: string;
}

/**
 * The entries of a unit and month as a file has them: the differences of their serial numbers, the days since the first of the
 * month, their types and their states; one for all where these are the same.
 */
type Month = [gaps: number[], days: number[], types: string | string[], states: string | string[]];

const DAY = 86_400_000;
const firstOf = (month: string) => Date.parse(`${month.slice(10, 14)}-${month.slice(14)}-01T00:00:00Z`);
const toDay = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Entries with index numbers of one year. A month is looked into only when it is asked for. */
export class Register {
  /** By the part of the index number before the serial number. */
  readonly #months: Map<string, Month>;
  readonly #rows = new Map<string, Map<string, Row>>();

  constructor(text = '{}') {
    this.#months = new Map(Object.entries(JSON.parse(text) as Record<string, Month>));
  }

  get isEmpty(): boolean {
    return this.#months.size === 0;
  }

  row(number: string): Row | undefined {
    return this.#month(number).get(number);
  }

  /** Index numbers of all entries. */
  numbers(): string[] {
    return [...this.#months.keys()].flatMap((month) => [...this.#month(month).keys()]);
  }

  set(number: string, row: Row | undefined) {
    const rows = this.#month(number);
    if (row) rows.set(number, row);
    else rows.delete(number);
    const month = number.slice(0, 16);
    if (rows.size === 0) this.#months.delete(month);
    else this.#months.set(month, toMonth(month, rows.values()));
  }

  /** The first and the last day on which one of the entries was published. */
  get range(): { from: string; to: string } {
    let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const [month, [, days]] of this.#months) {
      const first = firstOf(month);
      for (const day of days) {
        from = Math.min(from, first + day * DAY);
        to = Math.max(to, first + day * DAY);
      }
    }
    return { from: toDay(from), to: toDay(to) };
  }

  /** As a file, the same for the same entries. */
  toString(): string {
    return JSON.stringify(Object.fromEntries([...this.#months].sort(([a], [b]) => (a < b ? -1 : 1))));
  }

  #month(number: string): Map<string, Row> {
    const month = number.slice(0, 16);
    let rows = this.#rows.get(month);
    if (!rows) this.#rows.set(month, (rows = toRows(month, this.#months.get(month) ?? [[], [], '', ''])));
    return rows;
  }

  /** Registers of all these entries, by year. */
  static byYear(rows: Iterable<Row>): Map<number, Register> {
    const registers = new Map<number, Register>();
    for (const [month, of] of Map.groupBy(rows, ({ number }) => number.slice(0, 16))) {
      const year = yearOf(month);
      const register = registers.get(year) ?? new Register();
      register.#months.set(month, toMonth(month, of));
      registers.set(year, register);
    }
    return registers;
  }
}

/** The year of an index number. */
export const yearOf = (number: string) => Number(number.slice(10, 14));

function toMonth(month: string, rows: Iterable<Row>): Month {
  const sorted = [...rows].sort((a, b) => (a.number < b.number ? -1 : 1));
  const serials = sorted.map(({ number }) => Number(number.slice(17)));
  const first = firstOf(month);
  return [
    serials.map((serial, at) => serial - (serials[at - 1] ?? 0) - 1),
    sorted.map(({ day }) => (Date.parse(`${day}T00:00:00Z`) - first) / DAY),
    shorten(sorted.map(({ type }) => type)),
    shorten(sorted.map(({ state }) => state)),
  ];
}

function toRows(month: string, [gaps, days, types, states]: Month): Map<string, Row> {
  const first = firstOf(month);
  let serial = 0;
  return new Map(
    gaps.map((gap, at) => {
      serial += gap + 1;
      const number = `${month}-${String(serial).padStart(5, '0')}`;
      const of = (all: string | string[]) => (typeof all === 'string' ? all : all[at]!);
      return [number, { number, day: toDay(first + days[at]! * DAY), type: of(types), state: of(states) }];
    }),
  );
}

const shorten = (all: string[]): string | string[] => (all.every((each) => each === all[0]) ? all[0]! : all);
