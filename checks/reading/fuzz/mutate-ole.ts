import { mutateBytes } from './mutate-bytes.ts';
import type { Random } from './random.ts';

const SECTOR = 512;
const ENTRY = 128;
const MARKS = [0, 1, 2, 0xfffffffa, 0xfffffffc, 0xfffffffd, 0xfffffffe, 0xffffffff];

/** An OLE file with its sectors, its table of sectors, its directory or the records in its streams damaged. */
export function mutateOle(bytes: Uint8Array, random: Random): Buffer {
  const file = Buffer.from(bytes);
  const count = Math.floor(file.length / SECTOR) - 1;
  if (count < 2) return mutateBytes(bytes, random);
  const sector = (at: number) => file.subarray((at + 1) * SECTOR, (at + 2) * SECTOR);
  const within = (at: number) => (at < count ? at : random.below(count));
  for (let times = 1 + random.below(5); times > 0; times--) {
    const [a, b] = [random.below(count), random.below(count)];
    const way = random.below(7);
    if (way === 0) sector(a).set(sector(b));
    else if (way === 1) {
      const copy = Buffer.from(sector(a));
      sector(a).set(sector(b));
      sector(b).set(copy);
    } else if (way === 2) sector(a).fill(random.pick([0, 0xff]));
    else if (way === 3) {
      const table = sector(within(file.readUInt32LE(76 + 4 * random.below(2))));
      for (let links = 1 + random.below(4); links > 0; links--)
        table.writeUInt32LE(random.below(2) ? random.pick(MARKS) : random.below(count), 4 * random.below(SECTOR / 4));
    } else if (way === 4) {
      const entry = sector(within(file.readUInt32LE(48) + random.below(3))).subarray(ENTRY * random.below(SECTOR / ENTRY));
      const field = random.pick([64, 66, 68, 72, 76, 116, 120]);
      entry.writeUInt32LE(random.below(2) ? random.pick([...MARKS, 0x7fffffff]) : random.below(100), field);
    } else if (way === 5)
      file.writeUInt32LE(random.below(2) ? random.pick(MARKS) : random.below(count), random.pick([44, 48, 60, 64, 68, 72, 76, 80]));
    else {
      // A record's head: its kind and length, or a count within it.
      const at = random.below(SECTOR / 2 - 1) * 2;
      sector(a).writeUInt16LE(random.pick([0, 1, 2, 0x7f, 0xff, 0x7fff, 0xffff, random.below(1000)]), at);
    }
  }
  return file;
}
