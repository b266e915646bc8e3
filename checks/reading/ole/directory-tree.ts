import { Bytes } from './bytes.ts';
import type { Sectors } from './sectors.ts';
import type { Storage } from './storage.ts';

const STORAGE = 1;
const STREAM = 2;
const ROOT = 5;
const MINI_SECTOR = 64;
/** Folders within folders; nobody's document has more. */
const DEEPEST = 30;

/** The directory of a compound file ([MS-CFB] 2.6), read without trust in its order. */
export class DirectoryTree {
  private readonly sectors: Sectors;
  private readonly entries: Bytes;
  private readonly seen = new Set<number>();
  private readonly mini: Uint8Array;
  private readonly miniTable: Bytes;

  constructor(sectors: Sectors) {
    this.sectors = sectors;
    const { data } = sectors;
    this.entries = new Bytes(sectors.readChain(data.u32(48)));
    this.miniTable = new Bytes(sectors.readChain(data.u32(60)));
    const isRooted = this.entries.u8(66) === ROOT;
    this.mini = isRooted ? sectors.readChain(this.entries.u32(116)) : new Uint8Array();
  }

  /** The root; entries that nothing leads to, such as deleted ones, lie in it as well. */
  read(): Storage {
    const root: Storage = { name: '', streams: new Map(), storages: [] };
    this.seen.add(0);
    this.addAll(this.entries.u32(76), root, 0);
    const count = Math.floor(this.entries.length / 128);
    for (let id = 1; id < count; id++) if (!this.seen.has(id)) this.addAll(id, root, 0);
    return root;
  }

  /** Puts an entry, its siblings and what is in them into a folder. */
  private addAll(first: number, storage: Storage, depth: number): void {
    const open = [first];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const at = id * 128;
      if (at + 128 > this.entries.length || this.seen.has(id)) continue;
      this.seen.add(id);
      open.push(this.entries.u32(at + 68), this.entries.u32(at + 72));
      const type = this.entries.u8(at + 66);
      if (type === STREAM) this.addStream(at, storage);
      else if (type === STORAGE) {
        const inner: Storage = { name: this.nameAt(at), streams: new Map(), storages: [] };
        const isTooDeep = depth >= DEEPEST;
        if (!isTooDeep) storage.storages.push(inner);
        this.addAll(this.entries.u32(at + 76), isTooDeep ? storage : inner, isTooDeep ? depth : depth + 1);
      }
    }
  }

  private addStream(at: number, storage: Storage): void {
    const start = this.entries.u32(at + 116);
    const length = this.entries.u32(at + 120);
    const isMini = length < this.sectors.data.u32(56);
    const bytes = isMini ? this.readMini(start, length) : this.sectors.readChain(start, length);
    let name = this.nameAt(at);
    while (storage.streams.has(name)) name += '_';
    storage.streams.set(name, bytes);
  }

  private nameAt(at: number): string {
    return this.entries.utf16(at, at + Math.min(64, Math.max(0, this.entries.u16(at + 64) - 2)));
  }

  /** Short streams stand in sectors of their own within one long stream. */
  private readMini(start: number, length: number): Uint8Array {
    const parts: Uint8Array[] = [];
    const seen = new Set<number>();
    let sector = start;
    for (let read = 0; read < length; read += MINI_SECTOR) {
      if (seen.has(sector) || (sector + 1) * MINI_SECTOR > this.mini.length + MINI_SECTOR - 1) {
        this.sectors.isWhole = false;
        break;
      }
      seen.add(sector);
      parts.push(this.mini.subarray(sector * MINI_SECTOR, (sector + 1) * MINI_SECTOR));
      sector = this.miniTable.u32(sector * 4);
    }
    return new Uint8Array(Buffer.concat(parts).subarray(0, length));
  }
}
