import { BREAK } from './fold.ts';
import { grown } from './grown.ts';
import type { KeyLog } from './key-log.ts';
import { isJoint, isPlain, RUN, toPair, toRun, toThree } from './keys.ts';
import { shelfOf } from './paths.ts';

/** Spreads keys over a table. */
const SCATTER = 0x9e3779b1;

/** Numbers every key in the order of its first coming: its slot. */
export class KeyTable {
  #size = 0;
  #keys = new Int32Array(1 << 12);
  /** A key and its slot + 1 beside each other; 0 where there is none. */
  #places = new Int32Array(1 << 14);

  keyOf = (slot: number) => this.#keys[slot]! >>> 0;

  /** Notes the keys of a folded text. The same as `eachKey`, with everything at hand, because it is most of the work. */
  note(units: Uint16Array, from: number, to: number, log: KeyLog) {
    let before = BREAK;
    let plain = 0;
    let places = this.#places;
    let mask = places.length - 2;
    const entry = log.entries;
    let last = log.last;
    for (let at = from; at < to; at++) {
      const unit = units[at]!;
      plain = isPlain(unit) ? plain + 1 : 0;
      if (unit !== BREAK && before !== BREAK) {
        let key = toPair(before, unit);
        let isLong = false;
        for (;;) {
          let place = (Math.imul(key, SCATTER) >>> 7) & mask;
          while (places[place] !== key && places[place + 1] !== 0) place = (place + 2) & mask;
          let slot = places[place + 1]! - 1;
          if (slot < 0) {
            slot = this.#add(key, place);
            places = this.#places;
            mask = places.length - 2;
          }
          if (slot >= last.length) last = log.grow(slot);
          if (last[slot] !== entry) {
            last[slot] = entry;
            log.put(slot);
          }
          if (isLong) break;
          isLong = true;
          if (plain >= RUN) key = toRun(units[at - 3]!, units[at - 2]!, units[at - 1]!, unit);
          else if (at > from + 1 && isJoint(units[at - 2]!, before, unit)) key = toThree(units[at - 2]!, before, unit);
          else break;
        }
      }
      before = unit;
    }
  }

  noteOne(key: number, log: KeyLog) {
    const mask = this.#places.length - 2;
    let place = (Math.imul(key, SCATTER) >>> 7) & mask;
    while (this.#places[place] !== key && this.#places[place + 1] !== 0) place = (place + 2) & mask;
    const slot = this.#places[place + 1]! > 0 ? this.#places[place + 1]! - 1 : this.#add(key, place);
    if (slot >= log.last.length) log.grow(slot);
    if (log.last[slot] === log.entries) return;
    log.last[slot] = log.entries;
    log.put(slot);
  }

  /** Slots in the order of files and keys, and where those of each file begin. */
  sorted(bits: number): { slots: Uint32Array; shelves: Uint32Array } {
    const shelfOfSlot = Uint32Array.from({ length: this.#size }, (_, slot) => shelfOf(this.#keys[slot]!, bits));
    const shelves = new Uint32Array(2 ** bits + 1);
    for (const shelf of shelfOfSlot) shelves[shelf + 1]!++;
    for (let shelf = 0; shelf < 2 ** bits; shelf++) shelves[shelf + 1]! += shelves[shelf]!;
    const next = shelves.slice();
    const slots = new Uint32Array(this.#size);
    for (let slot = 0; slot < this.#size; slot++) slots[next[shelfOfSlot[slot]!]!++] = slot;
    for (let shelf = 0; shelf < 2 ** bits; shelf++)
      slots.subarray(shelves[shelf], shelves[shelf + 1]).sort((a, b) => this.keyOf(a) - this.keyOf(b));
    return { slots, shelves };
  }

  #add(key: number, at: number): number {
    const slot = this.#size++;
    if (slot === this.#keys.length) this.#keys = grown(this.#keys, slot);
    this.#keys[slot] = key;
    this.#places[at] = key;
    this.#places[at + 1] = slot + 1;
    if (this.#size * 4 > this.#places.length) this.#spread();
    return slot;
  }

  #spread() {
    const places = new Int32Array(this.#places.length * 2);
    const mask = places.length - 2;
    for (let slot = 0; slot < this.#size; slot++) {
      let at = (Math.imul(this.#keys[slot]!, SCATTER) >>> 7) & mask;
      while (places[at + 1] !== 0) at = (at + 2) & mask;
      places[at] = this.#keys[slot]!;
      places[at + 1] = slot + 1;
    }
    this.#places = places;
  }
}
