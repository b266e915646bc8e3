import { entryPath } from '../../cms/library/addresses.ts';
import { findAbout } from './about.ts';
import { Candidates, intersect, type KnownClue, type WordClue } from './candidates.ts';
import { conceptsOf } from './concepts.ts';
import { excerpt, mark, type Piece } from './excerpt.ts';
import { facetKey, KEPT_AS_KEYS } from './facets.ts';
import { fold } from './fold.ts';
import { tellingKeys } from './keys.ts';
import { type Known, lookUp } from './lookup.ts';
import { findLikely, isNear, mistakesOf, nearKeys } from './near.ts';
import { newestOf } from './newest.ts';
import { Numbering } from './numbering.ts';
import { type Attachment, type PageText, readPage, searchedIn } from './page-text.ts';
import { MANIFEST, registerPathOf } from './paths.ts';
import { type Query, wordsOf } from './query.ts';
import { readReading } from './reading-text.ts';
import { Register } from './register.ts';
import { Results } from './results.ts';
import type { Part } from './shelf.ts';

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
  /** Codes of all units, in rising order. */
  units: string[];
  /** Years of index numbers, with the first and the last day on which something with such a number was published. */
  registers: { year: number; from: string; to: string }[];
}

export interface Hit {
  href: string;
  page: PageText;
  title: Piece[];
  excerpt: Piece[];
  /** The attachment that holds what the page does not, from which the excerpt is. */
  inFile?: Attachment;
}

/** Keys of a question that are looked up. */
const MOST_KEYS = 12;
/** What index numbers are made of. */
const IN_NUMBERS = /^[\d/-]+$/u;
/** Pages that are read to find titles that are close. */
const MOST_NEAR = 8;
/** Pages that are read to show what speaks of the same. */
const MOST_ABOUT = 5;
/** What a page says of the words beside its title; how its body begins where that is nothing. */
function excerptOf({ text, title, bodyAt }: PageText, words: readonly string[]): Piece[] {
  const said = excerpt(text.replace(title, '').trimStart(), words);
  return said.some(({ isHit }) => isHit) ? said : excerpt(text.slice(bodyAt).trimStart(), words);
}

/** Looks for words in a published site. */
export class Search {
  readonly fetch: Fetch;
  readonly manifest: Manifest;
  readonly numbering: Numbering;
  /** Characters of pages of entries and attachments that were read. */
  charactersRead = 0;
  readonly #files = new Map<string, Promise<unknown>>();

  private constructor(fetch: Fetch, manifest: Manifest) {
    this.fetch = fetch;
    this.manifest = manifest;
    this.numbering = new Numbering(manifest.units);
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
    const clues = inTurn(asked).slice(0, MOST_KEYS);
    const [known, filters] = await Promise.all([
      Promise.all(clues.map(async (clue) => ({ ...clue, known: await this.lookUp(clue.key) }))),
      this.#filters(query),
    ]);
    const narrow = (positions: readonly number[]) => this.#ofUnit(query, intersect([positions, ...filters]));
    const within = (part: Part) => Candidates.of(known, this.manifest.entries, part, narrow);
    if (query.titleOnly) return new Results(this, query, words, [await within('title')]);
    const texts = await within('text');
    const inFiles = await this.#inFiles(known);
    const all = [...inFiles.values()].every(({ length }) => length === 0) ? texts : await this.#anywhere(known, inFiles, narrow);
    if (query.sort === 'date') return new Results(this, query, words, [all], inFiles);
    const titles = await within('title');
    return new Results(this, query, words, [...this.#numbered(words, titles), titles, texts, all], inFiles);
  }

  /** Positions of entries of which an attachment may hold a word, for each word. */
  async #inFiles(clues: readonly KnownClue[]): Promise<Map<string, readonly number[]>> {
    const byWord = [...Map.groupBy(clues, ({ word }) => word)];
    return new Map(await Promise.all(byWord.map(async ([word, of]) => [word, await this.#having(of, 'files')] as const)));
  }

  /** Entries that may hold every word on their page or in an attachment. */
  async #anywhere(
    clues: readonly KnownClue[],
    inFiles: ReadonlyMap<string, readonly number[]>,
    narrow: (positions: readonly number[]) => readonly number[],
  ): Promise<Candidates> {
    const byWord = [...Map.groupBy(clues, ({ word }) => word)];
    const sets = byWord.map(async ([word, of]) => new Set([...(await this.#having(of, 'text')), ...inFiles.get(word)!]));
    const all = intersect((await Promise.all(sets)).map((set) => [...set].sort((a, b) => a - b)));
    return new Candidates(narrow(all), all);
  }

  #having = async (clues: readonly KnownClue[], part: Part): Promise<readonly number[]> =>
    (await Candidates.of(clues, this.manifest.entries, part, (positions) => positions)).positions;

  /** The newest of some positions, the newest first. */
  newest(positions: readonly number[], most: number): Promise<readonly number[]> {
    return newestOf(positions, most, this.manifest.registers, this.numbering, (year) => this.register(year));
  }

  /** What is told of the entries with index numbers of a year. */
  register(year: number): Promise<Register> {
    return this.once(registerPathOf(year), async (path) => new Register(await this.fetch.text(path)));
  }

  /** Address of the entry at a position. */
  address = (position: number): string => entryPath(this.numbering.numberAt(position));

  /** Entries whose title is close to a question that is found nowhere as it stands. */
  async near(query: Query): Promise<Hit[]> {
    const [known, filters] = await Promise.all([Promise.all(nearKeys(query.text).map((key) => this.lookUp(key))), this.#filters(query)]);
    const places = await Promise.all(known.filter((key) => key.isAtHand('title')).map((key) => key.positions('title')));
    const stays = filters.map((positions) => new Set(Array.from(positions)));
    const likely = findLikely(query.text, places, this.manifest.entries).filter((position) => stays.every((set) => set.has(position)));
    const read = await Promise.all(
      this.#ofUnit(query, likely)
        .slice(0, MOST_NEAR)
        .map((position) => this.read(position, [])),
    );
    const near = read.filter((hit): hit is Hit => hit !== undefined && isNear(query.text, hit.page.head));
    return near.sort((a, b) => mistakesOf(query.text, a.page.head) - mistakesOf(query.text, b.page.head));
  }

  /** Entries that speak of most of what a question speaks of; none where it speaks of something that the site does not. */
  async about(query: Query): Promise<Hit[]> {
    const concepts = conceptsOf(query.text);
    const filters = await this.#filters(query);
    const places = await Promise.all(
      concepts.map(async (ways) => {
        const [title, text] = await Promise.all((['title', 'text'] as const).map((part) => this.#inOneOf(ways, part)));
        return { title: title!, text: text! };
      }),
    );
    const likely = findAbout(places, this.manifest.entries);
    const stays = new Set(this.#ofUnit(query, intersect([[...likely].sort((a, b) => a - b), ...filters])));
    const positions = likely.filter((position) => stays.has(position)).slice(0, MOST_ABOUT);
    const hits = await Promise.all(positions.map((position) => this.read(position, [])));
    const words = concepts.flat().map(fold);
    return hits
      .filter((hit) => hit !== undefined)
      .map((hit) => ({ ...hit, title: mark(hit.page.title, words), excerpt: excerptOf(hit.page, words) }));
  }

  async #inOneOf(words: readonly string[], part: Part): Promise<Set<number>> {
    const sets = words.map(async (word) => {
      const clues = inTurn([fold(word)]).map(async (clue) => ({ ...clue, known: await this.lookUp(clue.key) }));
      return this.#having(await Promise.all(clues), part);
    });
    return new Set((await Promise.all(sets)).flat());
  }

  /** Reads the page of the entry at a position, and of its attachments what the page does not hold; undefined if they do not hold the words. @param isInFiles tells whether an attachment may hold a word */
  async read(
    position: number,
    words: readonly string[],
    titleOnly = false,
    isInFiles: (word: string) => boolean = () => true,
  ): Promise<Hit | undefined> {
    const href = this.address(position);
    const html = await this.#page(href);
    const page = html ? readPage(html) : undefined;
    if (!page) return undefined;
    const folded = fold(searchedIn(page, titleOnly ? 'title' : 'text'));
    const missing = words.filter((word) => !folded.includes(word));
    const hit = { href, page, title: mark(page.title, words) };
    if (missing.length === 0) return { ...hit, excerpt: excerptOf(page, words) };
    if (titleOnly || !missing.every(isInFiles)) return undefined;
    const readings = await Promise.all(
      page.readings.map(async (file) => ({ file, text: readReading((await this.#page(file.href)) ?? '') })),
    );
    const searched = readings.map(({ file, text }) => ({ file, text, folded: fold(text) }));
    if (!missing.every((word) => searched.some((each) => each.folded.includes(word)))) return undefined;
    const { file, text } = searched.find((each) => each.folded.includes(missing[0]!))!;
    return { ...hit, excerpt: excerpt(text, words), inFile: file };
  }

  /** Those whose index number holds the words: that is told without their pages. */
  #numbered(words: readonly string[], { positions }: Candidates): Candidates[] {
    if (!words.every((word) => IN_NUMBERS.test(word))) return [];
    const holds = (position: number) => words.every((word) => this.numbering.numberAt(position).includes(word));
    return [new Candidates(positions.filter(holds))];
  }

  async #page(href: string): Promise<string | undefined> {
    const html = await this.fetch.text(href);
    this.charactersRead += html?.length ?? 0;
    return html;
  }

  /** The positions to which results are narrowed, but for the unit. */
  #filters({ filters }: Query): Promise<ArrayLike<number>[]> {
    const keys = KEPT_AS_KEYS.flatMap((name) => (filters[name] ? [facetKey(name, filters[name])] : []));
    return Promise.all(keys.map(async (key) => (await this.lookUp(key)).positions('text')));
  }

  #ofUnit({ filters: { unit } }: Query, positions: readonly number[]): readonly number[] {
    return unit ? positions.filter((position) => this.numbering.unitAt(position) === unit) : positions;
  }

  lookUp(key: number): Promise<Known> {
    return lookUp(key, this.manifest.bits, (path) =>
      this.once(path, async () => {
        const bytes = await this.fetch.bytes(path);
        if (!bytes) throw new Error(`the site has no ${path}`);
        return bytes;
      }),
    );
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

/** The first clue of each word, then the second of each, and so on; a later word begins where none of those before can reach. */
function inTurn(words: readonly string[]): WordClue[] {
  const clues = words.map((word, nth) =>
    tellingKeys(word).map(({ key, first, last }) => ({ word, key, first: first + nth * FAR, last: last + nth * FAR })),
  );
  const longest = Math.max(0, ...clues.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => clues.flatMap((each) => each.slice(at, at + 1))).flat();
}

const FAR = 1000;
