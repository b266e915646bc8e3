import type { Gathered } from './gather.ts';
import { NOWHERE, type Places, type ShelfWriter } from './shelf.ts';

/**
 * Writes one file of the index, put together from what was gathered in several processes.
 * @param recent tells positions that go elsewhere
 * @param onRecent takes these, key by key
 */
export function joinShelf(
  writer: ShelfWriter,
  parts: readonly Gathered[],
  shelf: number,
  recent: RecentPositions,
  onRecent: (key: number, places: Places) => void,
) {
  const at = parts.map(({ shelves }) => shelves[shelf]!);
  const ends = parts.map(({ shelves }) => shelves[shelf + 1]!);
  for (;;) {
    let key = END;
    for (let part = 0; part < parts.length; part++) if (at[part]! < ends[part]!) key = Math.min(key, parts[part]!.keys[at[part]!]!);
    if (key === END) return;
    const having = parts.flatMap((part, which) =>
      at[which]! < ends[which]! && part.keys[at[which]!] === key ? [[part, at[which]!++] as const] : [],
    );
    const text = merge(having.map(([part, slot]) => part.textPositions.subarray(part.text[slot], part.text[slot + 1])));
    const title = merge(having.map(([part, slot]) => part.titlePositions.subarray(part.title[slot], part.title[slot + 1])));
    if (!recent.isIn(text)) writer.put(key, { text, title });
    else {
      const pick = (isRecent: boolean) => (position: number) => recent.has(position) === isRecent;
      writer.put(key, { text: text.filter(pick(false)), title: title.filter(pick(false)) });
      onRecent(key, { text: text.filter(pick(true)), title: title.filter(pick(true)) });
    }
  }
}

/** A few positions among very many: most are told from them by a look into a small table. */
export class RecentPositions {
  readonly #all: ReadonlySet<number>;
  readonly #perhaps = new Uint8Array(1 << 16);

  constructor(positions: readonly number[]) {
    this.#all = new Set(positions);
    for (const position of positions) this.#perhaps[position & 0xffff] = 1;
  }

  has = (position: number): boolean => this.#perhaps[position & 0xffff] === 1 && this.#all.has(position);

  isIn(positions: Float64Array): boolean {
    for (let at = 0; at < positions.length; at++) if (this.has(positions[at]!)) return true;
    return false;
  }
}

const END = 2 ** 32;

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

const POSITIONS = ['textPositions', 'titlePositions'] as const;
const NUMBERS = ['shelves', 'keys', 'text', 'title'] as const;

/** What was gathered as bytes, for another process. */
export function toBytes(gathered: Gathered): Uint8Array[] {
  const arrays = [...POSITIONS, ...NUMBERS].map((name) => gathered[name]);
  return [Float64Array.from(arrays, ({ length }) => length), ...arrays].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
}

/** The same from those bytes, which must begin at a multiple of eight. */
export function fromBytes({ buffer, byteOffset }: Uint8Array): Gathered {
  const lengths = new Float64Array(buffer, byteOffset, POSITIONS.length + NUMBERS.length);
  let at = byteOffset + lengths.byteLength;
  const positions = POSITIONS.map((name, which) => {
    const array = new Float64Array(buffer, at, lengths[which]!);
    at += array.byteLength;
    return [name, array];
  });
  const numbers = NUMBERS.map((name, which) => {
    const array = new Uint32Array(buffer, at, lengths[POSITIONS.length + which]!);
    at += array.byteLength;
    return [name, array];
  });
  return Object.fromEntries([...positions, ...numbers]) as unknown as Gathered;
}
