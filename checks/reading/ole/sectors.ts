import type { Bytes } from './bytes.ts';

/** Numbers from here on are marks, such as the end of a chain. */
const FIRST_MARK = 0xfffffffa;
const FREE = 0xffffffff;

/** Sectors of a compound file and the chains in which they stand ([MS-CFB] 2.2 to 2.5). */
export class Sectors {
  readonly data: Bytes;
  isWhole = true;
  private readonly shift: number;
  private readonly count: number;
  /** Next sector by sector. */
  private readonly next: Uint32Array;
  /** Bytes that may still be handed out: chains that share sectors would let a small file grow without end. */
  private left: number;

  constructor(data: Bytes, shift: number) {
    this.data = data;
    this.shift = shift;
    this.count = Math.max(0, Math.ceil(data.length / this.size) - 1);
    this.left = data.length * 3;
    this.next = this.readTable();
  }

  get size(): number {
    return 1 << this.shift;
  }

  /** The bytes of the sectors in a chain, `length` of them when that many are there. */
  readChain(start: number, length = Number.POSITIVE_INFINITY): Uint8Array {
    const parts: Uint8Array[] = [];
    let read = 0;
    for (const sector of this.chain(start)) {
      if (read >= length) break;
      const part = this.data.slice(this.offset(sector), this.offset(sector) + this.size);
      read += part.length;
      if (this.left < read) break;
      parts.push(part);
    }
    this.left -= read;
    if (length !== Number.POSITIVE_INFINITY && read < length) this.isWhole = false;
    return new Uint8Array(Buffer.concat(parts).subarray(0, length));
  }

  unused(): Uint8Array {
    const parts: Uint8Array[] = [];
    for (let sector = 0; sector < this.count; sector++)
      if (this.next[sector] === FREE) parts.push(this.data.slice(this.offset(sector), this.offset(sector) + this.size));
    return new Uint8Array(Buffer.concat(parts));
  }

  private offset(sector: number): number {
    return (sector + 1) * this.size;
  }

  private *chain(start: number): Generator<number> {
    const seen = new Set<number>();
    for (let sector = start; sector < FIRST_MARK; sector = this.next[sector]!) {
      if (sector >= this.count || seen.has(sector)) {
        this.isWhole = false;
        return;
      }
      seen.add(sector);
      yield sector;
    }
  }

  /** Puts the table together from the sectors that the head, and the sectors it leads to, name. */
  private readTable(): Uint32Array {
    const table = new Uint32Array(this.count).fill(FREE);
    const perSector = this.size / 4;
    let at = 0;
    for (const sector of this.tableSectors()) {
      for (let i = 0; i < perSector && at < this.count; i++) table[at++] = this.data.u32(this.offset(sector) + i * 4);
      if (at >= this.count) break;
    }
    return table;
  }

  private *tableSectors(): Generator<number> {
    for (let i = 0; i < 109; i++) {
      const sector = this.data.u32(76 + i * 4);
      if (sector < this.count) yield sector;
    }
    const seen = new Set<number>();
    for (let more = this.data.u32(68); more < this.count && !seen.has(more); ) {
      seen.add(more);
      const start = this.offset(more);
      for (let i = 0; i < this.size / 4 - 1; i++) {
        const sector = this.data.u32(start + i * 4);
        if (sector < this.count) yield sector;
      }
      more = this.data.u32(start + this.size - 4);
    }
  }
}
