/** Serial numbers that a unit has for one month. */
const SERIALS = 100_000;
const FIRST_YEAR = 2000;

/**
 * Positions of entries in the index, told by their index numbers alone: month by month, unit by unit, in the order of the serial
 * numbers. So what comes between others or goes away moves none of them.
 */
export class Numbering {
  readonly #codes: readonly string[];
  readonly #ordinals: ReadonlyMap<string, number>;

  /** @param codes of all units, in rising order */
  constructor(codes: readonly string[]) {
    this.#codes = codes;
    this.#ordinals = new Map(codes.map((code, at) => [code, at]));
  }

  positionOf(number: string): number {
    const unit = this.#ordinals.get(number.slice(0, 9));
    if (unit === undefined) throw new Error(`${number} is of no unit`);
    const month = (Number(number.slice(10, 14)) - FIRST_YEAR) * 12 + Number(number.slice(14, 16)) - 1;
    return (month * this.#codes.length + unit) * SERIALS + Number(number.slice(17));
  }

  numberAt(position: number): string {
    const month = Math.floor(groupOf(position) / this.#codes.length);
    const ofYear = String((month % 12) + 1).padStart(2, '0');
    return `${this.unitAt(position)}/${this.yearAt(position)}${ofYear}-${String(position % SERIALS).padStart(5, '0')}`;
  }

  /** Code of the unit whose entry it is. */
  unitAt = (position: number): string => this.#codes[groupOf(position) % this.#codes.length]!;

  /** Year of the index number. */
  yearAt = (position: number): number => FIRST_YEAR + Math.floor(groupOf(position) / this.#codes.length / 12);
}

/** The unit and month of a position, as one number. */
export const groupOf = (position: number) => Math.floor(position / SERIALS);
export const serialOf = (position: number) => position % SERIALS;
export const positionIn = (group: number, serial: number) => group * SERIALS + serial;
