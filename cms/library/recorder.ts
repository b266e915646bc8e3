import { AsyncLocalStorage } from 'node:async_hooks';

/** What was read since recording began, and the day from which it reads differently. */
export interface Reading {
  tags: Set<string>;
  /** First day (YYYY-MM-DD) on which a question about time has another answer; undefined for never. */
  until: string | undefined;
}

interface Remembered {
  value: string;
  reading: Reading;
}

/** Records what is read for each piece of work, kept apart even while several go on at a time, and answers questions about today. */
export class Recorder {
  readonly #recording = new AsyncLocalStorage<Reading>();
  readonly #remembered = new Map<string, Remembered | Promise<Remembered>>();
  readonly #today: string;

  /** @param today in Asia/Shanghai, YYYY-MM-DD */
  constructor(today: string) {
    this.#today = today;
  }

  /** Does something and tells what was read for it. */
  async record<T>(work: () => T | Promise<T>): Promise<{ value: T; reading: Reading }> {
    const reading: Reading = { tags: new Set(), until: undefined };
    const value = await this.#recording.run(reading, work);
    return { value, reading };
  }

  /** Makes something once; given again, all that was read for it counts as read again. */
  remember(key: string, make: () => Promise<string>): string | Promise<string> {
    const kept = this.#remembered.get(key) ?? this.#make(key, make);
    return kept instanceof Promise ? kept.then((made) => this.#readAgain(made)) : this.#readAgain(kept);
  }

  /** Counts what has this tag as read. */
  note(tag: string) {
    this.#recording.getStore()?.tags.add(tag);
  }

  /** Whether a day lies before today. */
  isPast(day: string): boolean {
    if (day < this.#today) return true;
    if (day < LAST_DAY) this.#changesOn(dayAfter(day));
    return false;
  }

  /** Whether a day is today or before. */
  hasCome(day: string): boolean {
    if (day <= this.#today) return true;
    this.#changesOn(day);
    return false;
  }

  /** Today, for what reads differently tomorrow. */
  today(): string {
    this.#changesOn(dayAfter(this.#today));
    return this.#today;
  }

  /** Today, for what is not recorded. */
  get day(): string {
    return this.#today;
  }

  #make(key: string, make: () => Promise<string>): Promise<Remembered> {
    const making = this.record(async () => String(await make()));
    this.#remembered.set(key, making);
    making.then(
      (made) => this.#remembered.set(key, made),
      () => this.#remembered.delete(key),
    );
    return making;
  }

  #readAgain({ value, reading }: Remembered): string {
    for (const tag of reading.tags) this.note(tag);
    if (reading.until) this.#changesOn(reading.until);
    return value;
  }

  #changesOn(day: string) {
    const reading = this.#recording.getStore();
    if (reading && (!reading.until || day < reading.until)) reading.until = day;
  }
}

/** After it there is none that can be written as YYYY-MM-DD. */
const LAST_DAY = '9999-12-31';

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
