import type { Gathered } from './gather.ts';
import { Writer } from './positions.ts';
import { writePlaces } from './shelf.ts';

/** One file of the index, put together from what was gathered in several processes. */
export function joinShelf(parts: readonly Gathered[], shelf: number): Uint8Array {
  const writer = new Writer();
  const at = parts.map(({ shelves }) => shelves[shelf]!);
  const ends = parts.map(({ shelves }) => shelves[shelf + 1]!);
  let before = 0;
  for (;;) {
    let key = END;
    for (let part = 0; part < parts.length; part++) if (at[part]! < ends[part]!) key = Math.min(key, parts[part]!.keys[at[part]!]!);
    if (key === END) return writer.take();
    const having = parts.flatMap((part, which) =>
      at[which]! < ends[which]! && part.keys[at[which]!] === key ? [[part, at[which]!++] as const] : [],
    );
    const bytes = writePlaces({
      text: merge(having.map(([part, slot]) => part.textPositions.subarray(part.text[slot], part.text[slot + 1]))),
      title: merge(having.map(([part, slot]) => part.titlePositions.subarray(part.title[slot], part.title[slot + 1]))),
    });
    writer.number(key - before);
    writer.number(bytes.length);
    writer.raw(bytes);
    before = key;
  }
}

const END = 2 ** 32;

/** Sets of positions as one, in rising order. */
function merge([first, second, ...others]: readonly Uint32Array[]): Uint32Array {
  if (!first) return new Uint32Array();
  if (!second) return first;
  const whole = new Uint32Array(first.length + second.length);
  let [a, b] = [0, 0];
  for (let at = 0; at < whole.length; at++)
    whole[at] = b >= second.length || (a < first.length && first[a]! < second[b]!) ? first[a++]! : second[b++]!;
  return others.length > 0 ? merge([whole, ...others]) : whole;
}

const NAMES = ['shelves', 'keys', 'text', 'title', 'textPositions', 'titlePositions'] as const;

/** What was gathered as bytes, for another process. */
export function toBytes(gathered: Gathered): Uint8Array[] {
  const arrays = NAMES.map((name) => gathered[name]);
  return [Uint32Array.from(arrays, ({ length }) => length), ...arrays].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
}

/** The same from those bytes, which must begin at a multiple of four. */
export function fromBytes(bytes: Uint8Array): Gathered {
  const lengths = new Uint32Array(bytes.buffer, bytes.byteOffset, NAMES.length);
  let at = bytes.byteOffset + NAMES.length * 4;
  const take = (length: number) => {
    at += length * 4;
    return new Uint32Array(bytes.buffer, at - length * 4, length);
  };
  return Object.fromEntries(NAMES.map((name, which) => [name, take(lengths[which]!)])) as unknown as Gathered;
}
