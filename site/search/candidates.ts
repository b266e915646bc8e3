import type { Clue } from './keys.ts';
import type { Known } from './lookup.ts';
import type { Part } from './shelf.ts';

/** So few are read sooner than anything more is looked up. */
const FEW = 5;
/** A key that leaves more than this share of them tells next to nothing, and those after it no more. */
const TELLING = 0.8;

/** A key of a question, with the word that it is of. */
export interface WordClue extends Clue {
  word: string;
}

/** The same with what the index tells of it. */
export interface KnownClue extends WordClue {
  known: Known;
}

/** Entries that may hold the words of a question. */
export class Candidates {
  /** Positions in rising order, but for those that were read. */
  positions: readonly number[];
  /** Positions without regard to filters. */
  readonly unfiltered: readonly number[];

  constructor(positions: readonly number[], unfiltered = positions) {
    this.positions = positions;
    this.unfiltered = unfiltered;
  }

  /**
   * Those that hold all keys whose positions are at hand, and of the others, the most telling first, as many as rule much out.
   * @param entries how many the site has
   * @param narrow leaves what the filters let pass
   */
  static async of(
    clues: readonly KnownClue[],
    entries: number,
    part: Part,
    narrow: (positions: readonly number[]) => readonly number[],
  ): Promise<Candidates> {
    const atHand = clues.filter(({ known }) => known.isAtHand(part));
    const others = clues.filter((clue) => !atHand.includes(clue));
    const later = byTelling(others, atHand, entries, part);
    const first = atHand.length > 0 ? atHand : later.splice(0, 1);
    let all = intersect(await Promise.all(first.map(({ known }) => known.positions(part))));
    for (const { known } of later) {
      const before = narrow(all).length;
      if (before <= FEW) break;
      all = intersect([all, await known.positions(part)]);
      if (narrow(all).length > before * TELLING) break;
    }
    return new Candidates(narrow(all), all);
  }

  /** Leaves some out, because they were read. */
  without(read: ReadonlySet<number>) {
    this.positions = this.positions.filter((position) => !read.has(position));
  }
}

/** Those first that promise to rule most out: they are rare, and the keys before them tell little of their characters. */
function byTelling(clues: readonly KnownClue[], before: readonly KnownClue[], entries: number, part: Part): KnownClue[] {
  const told = new Set(before.flatMap(placesOf));
  const left = new Set(clues);
  const tellingOf = (clue: KnownClue) => {
    const places = placesOf(clue);
    const news = places.filter((place) => !told.has(place)).length + OLD;
    return (Math.log((entries + 1) / clue.known.count(part)) * news) / places.length;
  };
  return clues.map(() => {
    const best = [...left].reduce((a, b) => (tellingOf(b) > tellingOf(a) ? b : a));
    for (const place of placesOf(best)) told.add(place);
    left.delete(best);
    return best;
  });
}

/** What a key tells whose characters are all in keys before it, in characters. */
const OLD = 0.3;
const placesOf = ({ first, last }: Clue) => Array.from({ length: last - first + 1 }, (_, at) => first + at);

/** What stands in all sets, in rising order; the shortest is gone through. */
export function intersect(sets: readonly ArrayLike<number>[]): number[] {
  const [first, ...others] = [...sets].sort((a, b) => a.length - b.length);
  const at = others.map(() => 0);
  return Array.from(first ?? []).filter((position) =>
    others.every((set, which) => {
      while (at[which]! < set.length && set[at[which]!]! < position) at[which]!++;
      return set[at[which]!] === position;
    }),
  );
}
