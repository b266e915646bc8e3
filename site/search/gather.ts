import { facetKeys, rowOf } from './facets.ts';
import { FoldedPages } from './fold-html.ts';
import { KeyLog } from './key-log.ts';
import { KeyTable } from './key-table.ts';
import type { Numbering } from './numbering.ts';
import type { Row } from './register.ts';

/** What was gathered, sorted by file and key, as plain numbers for whoever joins it with other parts. */
export interface Gathered {
  /** Of the entries, in rising order; where a key occurs is told by places in this list. */
  positions: Float64Array;
  /** Where the keys of each file begin among the keys; one more for the end. */
  shelves: Uint32Array;
  keys: Uint32Array;
  /** Where the places of each key begin; one more for the end. */
  text: Uint32Array;
  title: Uint32Array;
  files: Uint32Array;
  textPlaces: Uint32Array;
  titlePlaces: Uint32Array;
  filesPlaces: Uint32Array;
}

/** What is gathered of one page, by places among what was folded. */
interface Folded {
  /** Keys that the page has beside those of its text; undefined for a reading version, which goes with the entry before it. */
  facets: number[] | undefined;
  from: number;
  /** Where the part begins that only titles are searched in. */
  headFrom: number;
  to: number;
}

/** So many units are folded before their keys are noted: the table of keys is too large to be at hand between one page and the next. */
const BATCH = 1 << 16;

/** Collects where every key occurs, in little memory: numbers only, and nothing is sorted before the end. */
export class Gatherer {
  readonly #pages = new FoldedPages();
  readonly #waiting: Folded[] = [];
  readonly #keys = new KeyTable();
  readonly #text = new KeyLog();
  readonly #title = new KeyLog();
  readonly #files = new KeyLog();
  /** What is told of the entries without their pages. */
  readonly rows: Row[] = [];

  /** Adds an entry, in any order. */
  add(number: string, html: string) {
    if (this.#pages.length > BATCH) this.#note();
    const from = this.#pages.length;
    const headFrom = this.#pages.read(html);
    if (headFrom === undefined) throw new Error(`${number} has no page of an entry`);
    const row = rowOf(number, html);
    this.rows.push(row);
    this.#waiting.push({ facets: facetKeys(row), from, headFrom, to: this.#pages.length });
  }

  /** Adds a page with the text of an attachment to the entry that was added last. */
  addReading(html: string) {
    const from = this.#pages.length;
    this.#pages.readReading(html);
    this.#waiting.push({ facets: undefined, from, headFrom: this.#pages.length, to: this.#pages.length });
  }

  #note() {
    const { units } = this.#pages;
    for (const { facets, from, headFrom, to } of this.#waiting) {
      if (!facets) {
        this.#keys.note(units, from, to, this.#files);
        continue;
      }
      for (const log of [this.#text, this.#title, this.#files]) log.begin();
      this.#keys.note(units, from, to, this.#text);
      for (const key of facets) this.#keys.noteOne(key, this.#text);
      this.#keys.note(units, headFrom, to, this.#title);
    }
    this.#waiting.length = 0;
    this.#pages.length = 0;
  }

  /** @param bits of the number of files */
  finish(bits: number, numbering: Numbering): Gathered {
    this.#note();
    const positions = Float64Array.from(this.rows, ({ number }) => numbering.positionOf(number));
    const order = Uint32Array.from(positions.keys()).sort((a, b) => positions[a]! - positions[b]!);
    const { slots, shelves } = this.#keys.sorted(bits);
    const [text, textPlaces] = this.#text.bySlot(slots, order);
    const [title, titlePlaces] = this.#title.bySlot(slots, order);
    const [files, filesPlaces] = this.#files.bySlot(slots, order);
    const keys = slots.map((slot) => this.#keys.keyOf(slot));
    return { positions: positions.sort(), shelves, keys, text, title, files, textPlaces, titlePlaces, filesPlaces };
  }
}
