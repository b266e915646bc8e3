import type { Candidates } from './candidates.ts';
import type { Query } from './query.ts';
import type { Hit, Search } from './search.ts';

/** Pages without the words that are read, when there are some hits, before the reader asks for more. */
const SPARE = 3;

/** What was found, of which the first pages are read when they are asked for. */
export class Results {
  readonly words: readonly string[];
  readonly #search: Search;
  readonly #query: Query;
  /** Those that were not read yet, the better ones first; the last ones are all. */
  readonly #tiers: readonly Candidates[];
  readonly #read: number[] = [];
  readonly #wrong = new Set<number>();
  /** By word, positions of entries of which an attachment may hold it; nothing for a word that no key was looked up of. */
  readonly #inFiles: ReadonlyMap<string, ReadonlySet<number>>;

  /**
   * @param tiers entries that may hold the words, the better ones first; the last ones are all
   * @param inFiles by word, positions of entries of which an attachment may hold it
   */
  constructor(
    search: Search,
    query: Query,
    words: readonly string[],
    tiers: readonly Candidates[],
    inFiles: ReadonlyMap<string, readonly number[]> = new Map(),
  ) {
    this.#search = search;
    this.#query = query;
    this.words = words;
    this.#tiers = tiers;
    this.#inFiles = new Map([...inFiles].map(([word, positions]) => [word, new Set(positions)]));
  }

  /** Positions of entries that may hold the words, those that were read first, without those of which it is known that they do not. */
  get candidates(): readonly number[] {
    return [...this.#read.filter((position) => !this.#wrong.has(position)), ...this.#all.positions];
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
    return this.#all.positions.length === 0;
  }
  /** Whether of one that was not read the title or the number may hold the words: the last two sets go by the text. */
  get isInTitles(): boolean {
    return this.#tiers.slice(0, -2).some(({ positions }) => positions.length > 0);
  }
  get #all(): Candidates {
    return this.#tiers.at(-1)!;
  }
  get #isPair(): boolean {
    return this.words.length === 1 && this.words[0]!.length === 2;
  }

  /**
   * The next hits. Every page is read, and those that do not hold the words are left out; where these are many, fewer hits are
   * told than were asked for, but one if there is any.
   */
  async next(most: number): Promise<Hit[]> {
    const hits: Hit[] = [];
    for (let left = most + SPARE; hits.length < most && !this.isDone && (hits.length === 0 || left > 0); ) {
      const tier = this.#tiers.find(({ positions }) => positions.length > 0)!;
      const group = await this.#take(tier.positions, Math.min(most - hits.length, left > 0 ? left : SPARE));
      left -= group.length;
      const pages = await Promise.all(group.map((position) => this.#readAt(position)));
      for (const [at, hit] of pages.entries()) if (!hit) this.#wrong.add(group[at]!);
      const right = pages
        .filter((hit) => hit !== undefined)
        .sort((a, b) => (a.page.day < b.page.day ? 1 : a.page.day > b.page.day ? -1 : 0));
      hits.push(...right);
    }
    return hits;
  }

  /**
   * Positions of what would be found without filters, as far as is known, and whether that is sure: what two characters name is;
   * what more name is where all of it was read.
   */
  get unfiltered(): { positions: readonly number[]; isExact: boolean } {
    const isRead = this.isDone && Object.keys(this.#query.filters).length === 0;
    const positions = isRead ? this.candidates : this.#all.unfiltered.filter((position) => !this.#wrong.has(position));
    return { positions, isExact: isRead || this.#isPair };
  }

  #readAt(position: number): Promise<Hit | undefined> {
    const isInFiles = (word: string) => this.#inFiles.get(word)?.has(position) ?? true;
    return this.#search.read(position, this.words, this.#query.titleOnly, isInFiles);
  }

  /** The newest of some that were not read. */
  async #take(positions: readonly number[], most: number): Promise<readonly number[]> {
    const group = await this.#search.newest(positions, most);
    for (const tier of this.#tiers) tier.without(new Set(group));
    this.#read.push(...group);
    return group;
  }
}
