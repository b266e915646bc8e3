const SECTOR = 512;
const MINI = 64;
const CUTOFF = 4096;
const FREE = 0xffffffff;
const END = 0xfffffffe;
const FAT = 0xfffffffd;

interface Item {
  name: string;
  type: 1 | 2 | 5;
  data: Uint8Array;
  children: number[];
}

/** A compound file (MS-CFB, version 3) of streams named by their paths, one storage deep at most. */
export function compoundFile(streams: Record<string, Uint8Array>): Uint8Array {
  const items: Item[] = [{ name: 'Root Entry', type: 5, data: new Uint8Array(), children: [] }];
  const storages = new Map([['', 0]]);
  for (const [path, data] of Object.entries(streams)) {
    const at = path.lastIndexOf('/');
    const folder = at < 0 ? '' : path.slice(0, at);
    if (!storages.has(folder)) {
      storages.set(folder, items.length);
      items[0]!.children.push(items.push({ name: folder, type: 1, data: new Uint8Array(), children: [] }) - 1);
    }
    items[storages.get(folder)!]!.children.push(items.push({ name: path.slice(at + 1), type: 2, data, children: [] }) - 1);
  }
  const small = items.filter(({ type, data }) => type === 2 && data.length < CUTOFF);
  const mini = chains(small.map(({ data }) => Math.ceil(data.length / MINI)));
  const miniStream = concat(small.map(({ data }) => padded(data, MINI)));
  const miniTable = padded(words(mini.table), SECTOR, 0xff);
  const large = items.filter(({ type, data }) => type === 2 && data.length >= CUTOFF);
  const folder = new Uint8Array(Math.ceil((items.length * 128) / SECTOR) * SECTOR);
  const blocks = [folder, miniTable, miniStream, ...large.map(({ data }) => data)];
  const sectors = blocks.map((block) => Math.ceil(block.length / SECTOR));
  const main = chains(sectors);
  const total = main.table.length;
  let fatSectors = 1;
  while (fatSectors * (SECTOR / 4) < total + fatSectors) fatSectors++;
  for (let i = 0; i < fatSectors; i++) main.table.push(FAT);

  const starts = new Map<Item, number>([[items[0]!, miniStream.length ? main.starts[2]! : END]]);
  for (const [i, item] of small.entries()) starts.set(item, mini.starts[i]!);
  for (const [i, item] of large.entries()) starts.set(item, main.starts[i + 3]!);
  const siblings = siblingLinks(items);
  for (const [i, item] of items.entries()) {
    const size = item.type === 5 ? miniStream.length : item.data.length;
    writeEntry(new DataView(folder.buffer, i * 128, 128), item, siblings[i]!, starts.get(item) ?? 0, size);
  }
  const header = headerOf(fatSectors, total, main.starts[0]!, main.starts[1]!, sectors[1]!);
  return concat([header, ...blocks.map((block) => padded(block, SECTOR)), padded(words(main.table), SECTOR, 0xff)]);
}

/** Allocation chains for runs of sectors laid one after the other. */
function chains(counts: number[]): { table: number[]; starts: number[] } {
  const table: number[] = [];
  const starts = counts.map((count) => {
    const start = count ? table.length : END;
    for (let i = 1; i < count; i++) table.push(table.length + 1);
    if (count) table.push(END);
    return start;
  });
  return { table, starts };
}

/** Children of a storage form a tree in the order of length, then of upper-case name; a right-leaning one will do. */
function siblingLinks(items: Item[]): { right: number; child: number }[] {
  const links = items.map(() => ({ right: FREE, child: FREE }));
  for (const [i, { children }] of items.entries()) {
    const sorted = children.toSorted((a, b) => {
      const [x, y] = [items[a]!.name.toUpperCase(), items[b]!.name.toUpperCase()];
      return x.length - y.length || (x < y ? -1 : 1);
    });
    links[i]!.child = sorted[0] ?? FREE;
    for (const [at, child] of sorted.entries()) links[child]!.right = sorted[at + 1] ?? FREE;
  }
  return links;
}

function writeEntry(view: DataView, item: Item, links: { right: number; child: number }, start: number, size: number): void {
  for (let i = 0; i < item.name.length; i++) view.setUint16(i * 2, item.name.charCodeAt(i), true);
  view.setUint16(64, (item.name.length + 1) * 2, true);
  view.setUint8(66, item.type);
  view.setUint8(67, 1);
  view.setUint32(68, FREE, true);
  view.setUint32(72, links.right, true);
  view.setUint32(76, links.child, true);
  view.setUint32(116, item.type === 1 ? 0 : start, true);
  view.setUint32(120, size, true);
}

function headerOf(fatSectors: number, fatStart: number, folderStart: number, miniStart: number, miniSectors: number): Uint8Array {
  const header = new Uint8Array(SECTOR);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const view = new DataView(header.buffer);
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    view.setUint16(at, value, true);
  for (const [at, value] of [
    [44, fatSectors],
    [48, folderStart],
    [56, CUTOFF],
    [60, miniStart],
    [64, miniSectors],
    [68, END],
  ] as const)
    view.setUint32(at, value, true);
  for (let i = 0; i < 109; i++) view.setUint32(76 + i * 4, i < fatSectors ? fatStart + i : FREE, true);
  return header;
}

function padded(bytes: Uint8Array, unit: number, filler = 0): Uint8Array {
  const out = new Uint8Array(Math.ceil(bytes.length / unit) * unit).fill(filler);
  out.set(bytes);
  return out;
}

function words(values: number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  for (const [i, value] of values.entries()) view.setUint32(i * 4, value, true);
  return new Uint8Array(view.buffer);
}

const concat = (parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
