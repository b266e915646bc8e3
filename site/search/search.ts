import { entryPath } from '../../cms/library/addresses.ts';
import { excerpt, mark, type Piece } from './excerpt.ts';
import { facetKey } from './facets.ts';
import { fold } from './fold.ts';
import { shelfOf, tellingKeys } from './keys.ts';
import { findLikely, isNear, nearKeys } from './near.ts';
import { type PageText, readPage, searchedIn } from './page-text.ts';
import { ENTRIES_PER_FILE, entriesPath, MANIFEST, shelfPathOf } from './paths.ts';
import { FACETS, type Query, wordsOf } from './query.ts';
import { findOnShelf, type Places } from './shelf.ts';

/** Gets files of the site; undefined for one that is not there. */
export interface Fetch {
  bytes(path: string): Promise<Uint8Array | undefined>;
  text(path: string): Promise<string | undefined>;
}

/** What the search page must know before it looks for anything. */
export interface Manifest {
  /** How many entries there are. */
  entries: number;
  /** The index has 2^bits files. */
  bits: number;
  /** Years in which something was published, the newest first. */
  years: string[];
}

export interface Hit {
  href: string;
  page: PageText;
  title: Piece[];
  excerpt: Piece[];
}

/** Keys that are looked up at a time, and in all. */
const KEYS_AT_ONCE = 4;
const MOST_KEYS = 12;
/** Pages that are read to find titles that are close. */
const MOST_NEAR = 8;

/** What was found, of which the first pages are read when they are asked for. */
export class Results {
  readonly words: readonly string[];
  readonly #search: Search;
  readonly #query: Query;
  #candidates: readonly number[];
  #later: number[][];
  #at = 0;
  #wrong = 0;

  /**
   * @param candidates positions of entries that may hold the words, the best first
   * @param later keys that were not looked up yet, in the order in which they tell most
   */
  constructor(search: Search, query: Query, words: readonly string[], candidates: readonly number[], later: number[][] = []) {
    this.#search = search;
    this.#query = query;
    this.words = words;
    this.#candidates = candidates;
    this.#later = later;
  }

  /** Positions of entries that may hold the words, the best first, without those of which it is known that they do not. */
  get candidates(): readonly number[] {
    return this.#candidates;
  }
  /** How many there are, as far as is known: at most so many until all are read. */
  get count(): number {
    return this.#candidates.length - this.#wrong;
  }
  /** Whether the count is sure: what two characters name is, what more name is once it was read. */
  get isCounted(): boolean {
    return this.isDone || (this.words.length === 1 && this.words[0]!.length === 2);
  }
  get isDone(): boolean {
    return this.#at >= this.#candidates.length;
  }

  /**
   * The next hits. Every page is read, and those that do not hold the words are left out. Only when these are the greater part
   * are more keys looked up: they cost as much as several pages.
   */
  async next(most: number): Promise<Hit[]> {
    const hits: Hit[] = [];
    while (hits.length < most && !this.isDone) {
      const group = this.#candidates.slice(this.#at, this.#at + most - hits.length);
      this.#at += group.length;
      const read = await Promise.all(group.map((position) => this.#search.read(position, this.words, this.#query.titleOnly)));
      const right = read.filter((hit) => hit !== undefined);
      hits.push(...right);
      this.#wrong += group.length - right.length;
      if (right.length * 2 < group.length && !this.isDone) await this.#lookFurther();
    }
    return hits;
  }

  async #lookFurther() {
    const keys = this.#later.shift();
    if (!keys) return;
    const rest = this.#candidates.slice(this.#at);
    const having = await this.#search.having(keys, this.#query.titleOnly);
    const stays = new Set(intersect([[...rest].sort((a, b) => a - b), ...having]));
    this.#candidates = [...this.#candidates.slice(0, this.#at), ...rest.filter((position) => stays.has(position))];
  }
}

/** The text of a page without its title, from which excerpts are taken. */
const bodyOf = ({ text, title }: PageText) => text.replace(title, '').replace(/^\s+/u, '');

/** Looks for words in a published site. */
export class Search {
  readonly fetch: Fetch;
  readonly manifest: Manifest;
  readonly #files = new Map<string, Promise<unknown>>();

  private constructor(fetch: Fetch, manifest: Manifest) {
    this.fetch = fetch;
    this.manifest = manifest;
  }

  /** @throws Error when the site has no index */
  static async open(fetch: Fetch): Promise<Search> {
    const text = await fetch.text(MANIFEST);
    if (text === undefined) throw new Error('the site has no index');
    return new Search(fetch, JSON.parse(text) as Manifest);
  }

  /** Looks a query up. Without words, nothing is found. */
  async find(query: Query): Promise<Results> {
    const words = wordsOf(query.text);
    // A single character is no key; it is found when the pages are read.
    const asked = words.filter((word) => word.length > 1);
    if (asked.length === 0) return new Results(this, query, words, []);
    const keys = inTurn(asked.map(tellingKeys)).slice(0, MOST_KEYS);
    const groups = Array.from({ length: Math.ceil(keys.length / KEYS_AT_ONCE) }, (_, at) =>
      keys.slice(at * KEYS_AT_ONCE, (at + 1) * KEYS_AT_ONCE),
    );
    const [places, filters] = await Promise.all([Promise.all(groups[0]!.map((key) => this.#placesOf(key))), this.#filters(query)]);
    const title = intersect([...places.map((place) => place.title), ...filters]);
    const text = query.titleOnly ? [] : intersect([...places.map((place) => place.text), ...filters]);
    const candidates = query.sort === 'date' ? newest(query.titleOnly ? title : text) : inOrder(title, text);
    return new Results(this, query, words, candidates, groups.slice(1));
  }

  /** Positions of the entries that hold each of these keys. */
  async having(keys: readonly number[], titleOnly: boolean): Promise<Uint32Array[]> {
    const places = await Promise.all(keys.map((key) => this.#placesOf(key)));
    return places.map(({ title, text }) => (titleOnly ? title : text));
  }

  /** Address of the entry at a position, counted from the oldest. */
  async address(position: number): Promise<string | undefined> {
    const file = Math.floor(position / ENTRIES_PER_FILE);
    const entries = await this.once(entriesPath(file), async (path) => {
      const text = await this.fetch.text(path);
      return text === undefined ? [] : (JSON.parse(text) as string[]);
    });
    const number = entries[position % ENTRIES_PER_FILE];
    return number && entryPath(number);
  }

  /** Entries whose title is close to a question that is found nowhere as it stands. */
  async near(query: Query): Promise<Hit[]> {
    const [places, filters] = await Promise.all([
      Promise.all(nearKeys(query.text).map((key) => this.#placesOf(key))),
      this.#filters(query),
    ]);
    const stays = filters.map((positions) => new Set(Array.from(positions)));
    const likely = findLikely(places, this.manifest.entries).filter((position) => stays.every((set) => set.has(position)));
    const read = await Promise.all(likely.slice(0, MOST_NEAR).map((position) => this.read(position, [])));
    return read.filter((hit): hit is Hit => hit !== undefined && isNear(query.text, hit.page.head));
  }

  /** Reads the page of the entry at a position; undefined if it does not hold the words. */
  async read(position: number, words: readonly string[], titleOnly = false): Promise<Hit | undefined> {
    const href = await this.address(position);
    const html = href && (await this.fetch.text(href));
    const page = html ? readPage(html) : undefined;
    if (!href || !page) return undefined;
    const folded = fold(searchedIn(page, titleOnly ? 'title' : 'text'));
    if (!words.every((word) => folded.includes(word))) return undefined;
    return { href, page, title: mark(page.title, words), excerpt: excerpt(bodyOf(page), words) };
  }

  /** The positions to which results are narrowed. */
  #filters({ filters }: Query): Promise<ArrayLike<number>[]> {
    const keys = FACETS.flatMap((name) => (filters[name] ? [facetKey(name, filters[name])] : []));
    return Promise.all(keys.map(async (key) => (await this.#placesOf(key)).text));
  }

  async #placesOf(key: number): Promise<Places> {
    const { bits } = this.manifest;
    return findOnShelf(await this.#bytes(shelfPathOf(shelfOf(key, bits))), key);
  }

  #bytes(path: string): Promise<Uint8Array> {
    return this.once(path, async () => {
      const bytes = await this.fetch.bytes(path);
      if (!bytes) throw new Error(`the site has no ${path}`);
      return bytes;
    });
  }

  /** Gets something once, and again only if that failed. */
  once<T>(path: string, get: (path: string) => Promise<T>): Promise<T> {
    let file = this.#files.get(path) as Promise<T> | undefined;
    if (!file) {
      this.#files.set(path, (file = get(path)));
      file.catch(() => this.#files.delete(path));
    }
    return file;
  }
}

/** The first of each list, then the second of each, and so on, each once. */
function inTurn(lists: readonly number[][]): number[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return [...new Set(Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat())];
}

/** What stands in all sets, in rising order; the shortest is gone through. */
function intersect(sets: readonly ArrayLike<number>[]): number[] {
  const [first, ...others] = [...sets].sort((a, b) => a.length - b.length);
  const at = others.map(() => 0);
  return Array.from(first ?? []).filter((position) =>
    others.every((set, which) => {
      while (at[which]! < set.length && set[at[which]!]! < position) at[which]!++;
      return set[at[which]!] === position;
    }),
  );
}

const newest = (positions: readonly number[]) => [...positions].reverse();

/** Those with the words in their title first, the newest first in both parts. */
function inOrder(title: readonly number[], text: readonly number[]): number[] {
  const first = new Set(title);
  return [...newest(title), ...newest(text.filter((position) => !first.has(position)))];
}
