import { folderBitsFor, shelfOf } from './paths.ts';

/**
 * Which entries are recent: what was published last goes into a few small files instead of being spread over the whole index.
 * An entry names one folder of the index. With its publication, this folder takes in all that was published before, and only
 * what comes later is recent there. So every folder takes in something now and then, one at each publication, and which entries
 * lie where is told by the entries alone.
 */
export class Recent {
  /** Index numbers, the newest first, until all folders are named, or of all entries. */
  readonly numbers: readonly string[];
  readonly #places: ReadonlyMap<string, number>;
  /** How many of the numbers are recent in each folder. */
  readonly #counts: readonly number[];

  private constructor(numbers: readonly string[], counts: readonly number[]) {
    this.numbers = numbers;
    this.#places = new Map(numbers.map((number, at) => [number, at]));
    this.#counts = counts;
  }

  /** @param newest index numbers of all entries, the newest first; no more are taken than are needed */
  static of(newest: Iterable<string>, bits: number): Recent {
    const counts = Array.from({ length: 1 << folderBitsFor(bits) }, () => Number.POSITIVE_INFINITY);
    const numbers: string[] = [];
    let unnamed = counts.length;
    for (const number of newest) {
      const folder = folderNamedBy(number, bits);
      if (counts[folder] === Number.POSITIVE_INFINITY) {
        counts[folder] = numbers.length;
        unnamed--;
      }
      numbers.push(number);
      if (unnamed === 0) break;
    }
    return new Recent(numbers, counts);
  }

  has(number: string, folder: number): boolean {
    const place = this.#places.get(number);
    return place !== undefined && place < this.#counts[folder]!;
  }

  /** Index numbers of the entries that are recent in a folder. */
  in(folder: number): readonly string[] {
    return this.numbers.slice(0, this.#counts[folder]);
  }
}

/** FNV-1a. */
function folderNamedBy(number: string, bits: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < number.length; at++) hash = Math.imul(hash ^ number.charCodeAt(at), 0x01000193);
  return shelfOf(hash, folderBitsFor(bits));
}
