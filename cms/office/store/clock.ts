/** Time that never runs backwards, even when the machine's clock is set back. */
export class Clock {
  readonly #read: () => number;
  #last: number;

  /**
   * @param last seconds since 1970 of the newest thing known
   * @param read milliseconds since 1970, the machine's clock
   */
  constructor(last: number, read: () => number = Date.now) {
    this.#last = last;
    this.#read = read;
  }

  /** Seconds since 1970. */
  now(): number {
    return (this.#last = Math.max(this.#last, Math.floor(this.#read() / 1000)));
  }
}

const SHANGHAI = 8 * 3600;

/** YYYY-MM-DD HH:MM in Asia/Shanghai. @param seconds since 1970 */
export const toMinute = (seconds: number): string => new Date((seconds + SHANGHAI) * 1000).toISOString().slice(0, 16).replace('T', ' ');

/** YYYY-MM-DD in Asia/Shanghai. */
export const toDay = (moment: Date): string => toMinute(moment.getTime() / 1000).slice(0, 10);
