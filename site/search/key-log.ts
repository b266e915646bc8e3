import { grown } from './grown.ts';

/** Which slots came in which entry, entry after entry, each once. */
export class KeyLog {
  #slots = new Uint32Array(1 << 16);
  #length = 0;
  readonly #begins: number[] = [];
  /** For each slot, the entry in which it came last, counted from one. */
  last = new Uint32Array(1 << 12);

  get entries(): number {
    return this.#begins.length;
  }

  begin() {
    this.#begins.push(this.#length);
  }

  put(slot: number) {
    if (this.#length === this.#slots.length) this.#slots = grown(this.#slots, this.#length);
    this.#slots[this.#length++] = slot;
  }

  grow(slot: number): Uint32Array<ArrayBuffer> {
    this.last = grown(this.last, slot);
    return this.last;
  }

  /** The places in this order of the entries of each slot, slot after slot, and where those of each begin. Nothing is kept of them. */
  bySlot(slots: Uint32Array, order: Uint32Array): [begins: Uint32Array, places: Uint32Array] {
    const counts = new Uint32Array(slots.length);
    for (let at = 0; at < this.#length; at++) counts[this.#slots[at]!]!++;
    const begins = new Uint32Array(slots.length + 1);
    const next = new Uint32Array(slots.length);
    for (let at = 0; at < slots.length; at++) {
      next[slots[at]!] = begins[at]!;
      begins[at + 1] = begins[at]! + counts[slots[at]!]!;
    }
    const all = new Uint32Array(this.#length);
    for (let place = 0; place < order.length; place++) {
      const entry = order[place]!;
      const end = this.#begins[entry + 1] ?? this.#length;
      for (let at = this.#begins[entry]!; at < end; at++) all[next[this.#slots[at]!]!++] = place;
    }
    this.#slots = new Uint32Array();
    this.last = new Uint32Array();
    return [begins, all];
  }
}
