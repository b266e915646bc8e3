import { merge } from './join.ts';
import { longPathOf, recentPathOf, shelfOf, shelfPathOf } from './paths.ts';
import { Reader, readPositions } from './positions.ts';
import { findOnShelf, type Listed, type Part } from './shelf.ts';

/** What the index tells of a key. */
export class Known {
  readonly #settled: Listed;
  readonly #recent: Listed;
  readonly #readLong: (part: Part) => Promise<Uint8Array>;

  constructor(settled: Listed, recent: Listed, readLong: (part: Part) => Promise<Uint8Array>) {
    this.#settled = settled;
    this.#recent = recent;
    this.#readLong = readLong;
  }

  /** How many entries hold it. */
  count = (part: Part): number => this.#settled[part].count + this.#recent[part].count;

  /** Whether their positions are known without reading one file more. */
  isAtHand = (part: Part): boolean => this.#settled[part].positions !== undefined;

  async positions(part: Part): Promise<Float64Array> {
    const settled = this.#settled[part].positions ?? readPositions(new Reader(await this.#readLong(part)));
    return merge([settled, this.#recent[part].positions!]);
  }
}

/** Looks a key up. @param read gets a file of the site */
export async function lookUp(key: number, bits: number, read: (path: string) => Promise<Uint8Array>): Promise<Known> {
  const shelf = shelfOf(key, bits);
  const files = await Promise.all([read(shelfPathOf(shelf, bits)), read(recentPathOf(shelf, bits))]);
  const [settled, recent] = files.map((bytes) => findOnShelf(bytes, key)) as [Listed, Listed];
  return new Known(settled, recent, (part) => read(longPathOf(key, part, bits)));
}
