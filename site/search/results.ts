import type { Query } from './query.ts';
import type { Hit, Search } from './search.ts';

/** What was found, of which the first pages are read when they are asked for. */
export class Results {
  readonly words: readonly string[];
  readonly #search: Search;
  readonly #query: Query;
  /** Positions that were not read yet, in rising order, the better ones in the first set. */
  #tiers: readonly (readonly number[])[];
  readonly #unfiltered: readonly number[];
  #later: number[][];
  readonly #read: number[] = [];
  readonly #wrong = new Set<number>();

  /**
   * @param tiers positions of entries that may hold the words
   * @param unfiltered the same without regard to filters
   * @param later keys that were not looked up yet, in the order in which they tell most
   */
  constructor(
    search: Search,
    query: Query,
    words: readonly string[],
    tiers: readonly (readonly number[])[],
    unfiltered: readonly number[],
    later: number[][] = [],
  ) {
    this.#search = search;
    this.#query = query;
    this.words = words;
    this.#tiers = tiers;
    this.#unfiltered = unfiltered;
    this.#later = later;
  }

  /** Positions of entries that may hold the words, those that were read first, without those of which it is known that they do not. */
  get candidates(): readonly number[] {
    return [...this.#read.filter((position) => !this.#wrong.has(position)), ...this.#tiers.flat()];
  }
  /** How many there are, as far as is known: at most so many until all are read. */
  get count(): number {
    return this.candidates.length;
  }
  /** Whether the count is sure: what two characters name is, what more name is once it was read. */
  get isCounted(): boolean {
    return this.isDone || this.#isPair;
  }
  get isDone(): boolean {
    return this.#tiers.every(({ length }) => length === 0);
  }
  get #isPair(): boolean {
    return this.words.length === 1 && this.words[0]!.length === 2;
  }

  /**
   * The next hits. Every page is read, and those that do not hold the words are left out. Only when these are the greater part
   * are more keys looked up: they cost as much as several pages.
   */
  async next(most: number): Promise<Hit[]> {
    const hits: Hit[] = [];
    while (hits.length < most && !this.isDone) {
      const group = await this.#take(most - hits.length);
      const read = await Promise.all(group.map((position) => this.#search.read(position, this.words, this.#query.titleOnly)));
      for (const [at, hit] of read.entries()) if (!hit) this.#wrong.add(group[at]!);
      const right = read
        .filter((hit) => hit !== undefined)
        .sort((a, b) => (a.page.day < b.page.day ? 1 : a.page.day > b.page.day ? -1 : 0));
      hits.push(...right);
      if (right.length * 2 < group.length && !this.isDone) await this.#lookFurther();
    }
    return hits;
  }

  /**
   * Positions of what would be found without filters, as far as is known, and whether that is sure: what two characters name is;
   * what more name is where all of it was read.
   */
  get unfiltered(): { positions: readonly number[]; isExact: boolean } {
    const isRead = this.isDone && Object.keys(this.#query.filters).length === 0;
    const positions = isRead ? this.candidates : this.#unfiltered.filter((position) => !this.#wrong.has(position));
    return { positions, isExact: isRead || this.#isPair };
  }

  /** The best of those that were not read. */
  async #take(most: number): Promise<readonly number[]> {
    const best = this.#tiers.findIndex(({ length }) => length > 0);
    const group = await this.#search.newest(this.#tiers[best]!, most);
    const taken = new Set(group);
    this.#tiers = this.#tiers.map((tier, at) => (at === best ? tier.filter((position) => !taken.has(position)) : tier));
    this.#read.push(...group);
    return group;
  }

  async #lookFurther() {
    const keys = this.#later.shift();
    if (!keys) return;
    this.#tiers = await Promise.all(this.#tiers.map((tier) => this.#search.having(keys, this.#query.titleOnly, tier)));
  }
}
