/** What is known of an index number (索引号) before the commits that are judged. */
export type NumberKnown = (number: string) => 'online' | 'used' | undefined;

/** Which index numbers were used until then, and which of them an entry on main has. */
export class Numbers {
  readonly #known: NumberKnown;
  readonly #online = new Set<string>();
  readonly #gone = new Set<string>();

  constructor(known: NumberKnown = () => undefined) {
    this.#known = known;
  }

  isUsed = (number: string): boolean => this.#online.has(number) || this.#gone.has(number) || this.#known(number) !== undefined;

  isOnline = (number: string): boolean => this.#online.has(number) || (!this.#gone.has(number) && this.#known(number) === 'online');

  /** An entry has it from now on. */
  add(number: string) {
    this.#online.add(number);
    this.#gone.delete(number);
  }

  /** No entry has it any more. */
  remove(number: string) {
    this.#online.delete(number);
    this.#gone.add(number);
  }
}
