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
 * Rows of a year of index numbers as a file has them: by unit and month, the differences of the serial numbers, the days since
 * the first of the month, and which types and states.
 */
interface Written {
  types: string[];
  states: string[];
  entries: Record<string, [gaps: number[], days: number[], types: number[], states: number[]]>;
}

const DAY = 86_400_000;
const firstOf = (month: string) => Date.parse(`${month.slice(10, 14)}-${month.slice(14)}-01T00:00:00Z`);

/** Rows as a file, the same in whatever order they come. */
export function writeRegister(rows: Iterable<Row>): string {
  const sorted = [...rows].sort((a, b) => (a.number < b.number ? -1 : 1));
  const types = [...new Set(sorted.map(({ type }) => type))].sort();
  const states = [...new Set(sorted.map(({ state }) => state))].sort();
  const groups = [...Map.groupBy(sorted, ({ number }) => number.slice(0, 16))].map(([month, of]): [string, Written['entries'][string]] => {
    const serials = of.map(({ number }) => Number(number.slice(17)));
    const gaps = serials.map((serial, at) => serial - (serials[at - 1] ?? 0) - 1);
    const days = of.map(({ day }) => (Date.parse(`${day}T00:00:00Z`) - firstOf(month)) / DAY);
    return [month, [gaps, days, of.map(({ type }) => types.indexOf(type)), of.map(({ state }) => states.indexOf(state))]];
  });
  return JSON.stringify({ types, states, entries: Object.fromEntries(groups) } satisfies Written);
}

/** Rows of a file, by index number. */
export function readRegister(text: string): Map<string, Row> {
  const { types, states, entries } = JSON.parse(text) as Written;
  const rows = new Map<string, Row>();
  for (const [month, [gaps, days, ofTypes, ofStates]] of Object.entries(entries)) {
    const first = firstOf(month);
    let serial = 0;
    for (const [at, gap] of gaps.entries()) {
      serial += gap + 1;
      const number = `${month}-${String(serial).padStart(5, '0')}`;
      const day = new Date(first + days[at]! * DAY).toISOString().slice(0, 10);
      rows.set(number, { number, day, type: types[ofTypes[at]!]!, state: states[ofStates[at]!]! });
    }
  }
  return rows;
}
