import { Refusal } from './refusal.ts';

/** Seconds by which a clock may be set back and time stands still meanwhile; clocks that are kept right are corrected by less. */
const TOLERANCE = 300;

/**
 * Time that does not run backwards when the machine's clock is corrected a little. When what is known lies further ahead, one of the
 * two is wrong: the machine's clock is followed, and nothing gets a date that the public sees until people have said which.
 */
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
    const machine = this.#machine();
    if (this.#last - machine > TOLERANCE) return machine;
    return (this.#last = Math.max(this.#last, machine));
  }

  /** Why nothing can get a date now, with what to do about it; undefined when all is well. */
  get doubt(): string | undefined {
    const machine = this.#machine();
    if (this.#last - machine <= TOLERANCE) return undefined;
    return `内容库里有 ${toMinute(this.#last)} 的记录，服务器的时钟现在是 ${toMinute(machine)}，两者有一个不对。信息办核对服务器的时钟：不对的，校准；对的，用 --clock-checked 重新启动办公平台。`;
  }

  /** The time, for a date that the public sees. @param act what is not done when there is doubt @throws Refusal */
  certain(act: string): number {
    const { doubt } = this;
    if (doubt !== undefined) throw new Refusal('failed', `为了不写错日期，没有${act}。${doubt}`);
    return this.now();
  }

  #machine(): number {
    return Math.floor(this.#read() / 1000);
  }
}

const SHANGHAI = 8 * 3600;

/** YYYY-MM-DD HH:MM in Asia/Shanghai. @param seconds since 1970 */
export const toMinute = (seconds: number): string => new Date((seconds + SHANGHAI) * 1000).toISOString().slice(0, 16).replace('T', ' ');

/** YYYY-MM-DD in Asia/Shanghai. */
export const toDay = (moment: Date): string => toMinute(moment.getTime() / 1000).slice(0, 10);
