import { facetKeys, rowOf } from './facets.ts';
import { FoldedPage } from './fold-html.ts';
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
  textPlaces: Uint32Array;
  titlePlaces: Uint32Array;
}

/** Collects where every key occurs, in little memory: numbers only, and nothing is sorted before the end. */
export class Gatherer {
  readonly #page = new FoldedPage();
  readonly #keys = new KeyTable();
  readonly #text = new KeyLog();
  readonly #title = new KeyLog();
  /** What is told of the entries without their pages. */
  readonly rows: Row[] = [];

  /** Adds an entry, in any order. @param readings pages with the text of its attachments */
  add(number: string, html: string, readings: readonly string[] = []) {
    if (!this.#page.read(html)) throw new Error(`${number} has no page of an entry`);
    const { units, length, headFrom } = this.#page;
    const row = rowOf(number, html);
    this.rows.push(row);
    this.#text.begin();
    this.#keys.note(units, 0, length, this.#text);
    for (const key of facetKeys(row)) this.#keys.noteOne(key, this.#text);
    this.#title.begin();
    this.#keys.note(units, headFrom, length, this.#title);
    for (const reading of readings) {
      this.#page.readReading(reading);
      this.#keys.note(this.#page.units, 0, this.#page.length, this.#text);
    }
  }

  /** @param bits of the number of files */
  finish(bits: number, numbering: Numbering): Gathered {
    const positions = Float64Array.from(this.rows, ({ number }) => numbering.positionOf(number));
    const order = Uint32Array.from(positions.keys()).sort((a, b) => positions[a]! - positions[b]!);
    const { slots, shelves } = this.#keys.sorted(bits);
    const [text, textPlaces] = this.#text.bySlot(slots, order);
    const [title, titlePlaces] = this.#title.bySlot(slots, order);
    const keys = slots.map((slot) => this.#keys.keyOf(slot));
    return { positions: positions.sort(), shelves, keys, text, title, textPlaces, titlePlaces };
  }
}
