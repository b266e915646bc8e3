import type { Gathered } from './gather.ts';
import { groupOf, positionIn, serialOf } from './numbering.ts';
import { PositionSet } from './positions.ts';
import { NOWHERE, type Places, type ShelfWriter } from './shelf.ts';

/** What one process gathered, with the rank among all entries of each of its own. */
interface Part extends Gathered {
  ranks: Uint32Array;
}

/** Where a key occurs in one part, as far as it is not taken yet. */
interface Run {
  places: Uint32Array;
  ranks: Uint32Array;
  at: number;
  end: number;
}

const rankAt = ({ places, ranks, at }: Run): number => ranks[places[at]!]!;

/** Where a key occurs: what stays and what goes elsewhere. */
class Occurrences {
  readonly settled = new PositionSet();
  readonly recent = new PositionSet();
}

const END = 2 ** 32;

/** Puts together what was gathered in several processes. Entries go by their ranks, which are small numbers where positions are large. */
export class Joiner {
  readonly #parts: readonly Part[];
  /** By rank. */
  readonly #groups: Uint32Array;
  readonly #serials: Uint32Array;
  readonly #ranks: ReadonlyMap<number, number>;
  readonly #text = new Occurrences();
  readonly #title = new Occurrences();
  readonly #files = new Occurrences();

  constructor(all: readonly Gathered[]) {
    const positions = Float64Array.from(all.flatMap((each) => [...each.positions])).sort();
    const ranks = new Map([...positions].map((position, rank) => [position, rank]));
    this.#groups = Uint32Array.from(positions, groupOf);
    this.#serials = Uint32Array.from(positions, serialOf);
    this.#ranks = ranks;
    this.#parts = all.map((each) => ({ ...each, ranks: Uint32Array.from(each.positions, (position) => ranks.get(position)!) }));
  }

  /** Marks the entries at some positions. */
  mark(positions: readonly number[]): Uint8Array {
    const marks = new Uint8Array(this.#groups.length);
    for (const position of positions) marks[this.#ranks.get(position)!] = 1;
    return marks;
  }

  /**
   * Writes one file of the index.
   * @param recent marks the entries that go elsewhere
   * @param onRecent takes these, key by key
   */
  join(writer: ShelfWriter, shelf: number, recent: Uint8Array, onRecent: (key: number, places: Places) => void) {
    const at = this.#parts.map(({ shelves }) => shelves[shelf]!);
    const ends = this.#parts.map(({ shelves }) => shelves[shelf + 1]!);
    for (;;) {
      let key = END;
      for (const [which, { keys }] of this.#parts.entries()) if (at[which]! < ends[which]!) key = Math.min(key, keys[at[which]!]!);
      if (key === END) return;
      const text: Run[] = [];
      const title: Run[] = [];
      const files: Run[] = [];
      for (const [which, part] of this.#parts.entries()) {
        const slot = at[which]!;
        if (slot === ends[which] || part.keys[slot] !== key) continue;
        text.push({ places: part.textPlaces, ranks: part.ranks, at: part.text[slot]!, end: part.text[slot + 1]! });
        title.push({ places: part.titlePlaces, ranks: part.ranks, at: part.title[slot]!, end: part.title[slot + 1]! });
        files.push({ places: part.filesPlaces, ranks: part.ranks, at: part.files[slot]!, end: part.files[slot + 1]! });
        at[which]!++;
      }
      this.#merge(text, recent, this.#text);
      this.#merge(title, recent, this.#title);
      this.#merge(files, recent, this.#files);
      const sets = (kind: keyof Occurrences) => ({ text: this.#text[kind], title: this.#title[kind], files: this.#files[kind] });
      writer.putSets(key, sets('settled'));
      if (this.#text.recent.length + this.#files.recent.length > 0) onRecent(key, toPlaces(sets('recent')));
    }
  }

  #merge(runs: readonly Run[], recent: Uint8Array, into: Occurrences) {
    const most = runs.reduce((sum, { at, end }) => sum + end - at, 0);
    into.settled.clear(most);
    into.recent.clear(most);
    // What a unit has of one month lies in one part, so that several in a row come from the same.
    for (;;) {
      let first: Run | undefined;
      let limit = END;
      for (const run of runs) {
        if (run.at === run.end) continue;
        if (first && rankAt(first) < rankAt(run)) limit = Math.min(limit, rankAt(run));
        else {
          // Whoever was first until now came before all others.
          if (first) limit = rankAt(first);
          first = run;
        }
      }
      if (!first) return;
      this.#take(first, limit, recent, into);
    }
  }

  /** Takes what comes before a rank. */
  #take(run: Run, limit: number, recent: Uint8Array, into: Occurrences) {
    const { places, ranks, end } = run;
    let { at } = run;
    for (; at < end; at++) {
      const rank = ranks[places[at]!]!;
      if (rank >= limit) break;
      (recent[rank] === 1 ? into.recent : into.settled).put(this.#groups[rank]!, this.#serials[rank]!);
    }
    run.at = at;
  }
}

/** Sets of positions as one, in rising order. */
export function merge([first, second, ...others]: readonly Float64Array[]): Float64Array {
  if (!first) return NOWHERE.text;
  if (!second || second.length === 0) return others.length > 0 ? merge([first, ...others]) : first;
  const whole = new Float64Array(first.length + second.length);
  let [a, b] = [0, 0];
  for (let at = 0; at < whole.length; at++)
    whole[at] = b >= second.length || (a < first.length && first[a]! < second[b]!) ? first[a++]! : second[b++]!;
  return others.length > 0 ? merge([whole, ...others]) : whole;
}

const toPlaces = ({ text, title, files }: Record<keyof Places, PositionSet>): Places => ({
  text: toPositions(text),
  title: toPositions(title),
  files: toPositions(files),
});

const toPositions = ({ groups, serials, length }: PositionSet) =>
  Float64Array.from({ length }, (_, at) => positionIn(groups[at]!, serials[at]!));

const NUMBERS = ['shelves', 'keys', 'text', 'title', 'files', 'textPlaces', 'titlePlaces', 'filesPlaces'] as const;

/** What was gathered as bytes, for another process. */
export function toBytes(gathered: Gathered): Uint8Array[] {
  const arrays = [gathered.positions, ...NUMBERS.map((name) => gathered[name])];
  return [Float64Array.from(arrays, ({ length }) => length), ...arrays].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
}

/** The same from those bytes, which must begin at a multiple of eight. */
export function fromBytes({ buffer, byteOffset }: Uint8Array): Gathered {
  const [entries, ...lengths] = new Float64Array(buffer, byteOffset, 1 + NUMBERS.length);
  const positions = new Float64Array(buffer, byteOffset + (1 + NUMBERS.length) * Float64Array.BYTES_PER_ELEMENT, entries);
  let at = positions.byteOffset + positions.byteLength;
  const numbers = NUMBERS.map((name, which) => {
    const array = new Uint32Array(buffer, at, lengths[which]!);
    at += array.byteLength;
    return [name, array];
  });
  return { positions, ...Object.fromEntries(numbers) } as Gathered;
}
