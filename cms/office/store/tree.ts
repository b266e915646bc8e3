import type { ObjectReader } from './object-reader.ts';
import type { ObjectWriter } from './object-writer.ts';

/** One name in a Git tree. */
export interface TreeItem {
  /** As Git writes it: `100644`, `40000`. */
  mode: string;
  /** The name's bytes as Latin-1, so that a name that is not UTF-8 survives. */
  name: string;
  id: string;
}

export const FILE_MODE = '100644';
export const FOLDER_MODE = '40000';

/** Reads the bytes of a tree object. */
export function readTree(bytes: Buffer): TreeItem[] {
  const items: TreeItem[] = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(32, at);
    const end = bytes.indexOf(0, space);
    items.push({
      mode: bytes.toString('latin1', at, space),
      name: bytes.toString('latin1', space + 1, end),
      id: bytes.toString('hex', end + 1, end + 21),
    });
    at = end + 21;
  }
  return items;
}

/** The bytes of a tree object, its items in Git's order: a folder sorts as if its name ended in `/`. */
export function toTree(items: readonly TreeItem[]): Buffer {
  const sorted = items.map((item) => ({ ...item, key: item.mode === FOLDER_MODE ? `${item.name}/` : item.name }));
  sorted.sort((a, b) => (a.key < b.key ? -1 : 1));
  return Buffer.concat(sorted.flatMap(({ mode, name, id }) => [Buffer.from(`${mode} ${name}\0`, 'latin1'), Buffer.from(id, 'hex')]));
}

/**
 * The tree that a tree becomes when what lies at a path is replaced, or taken away; folders left empty go with it.
 * @param root id of the tree, or undefined for an empty one
 * @returns undefined when nothing is left
 */
export async function replaceIn(
  { reader, writer }: { reader: ObjectReader; writer: ObjectWriter },
  root: string | undefined,
  path: readonly string[],
  item: { mode: string; id: string } | undefined,
): Promise<string | undefined> {
  const [first = '', ...rest] = path;
  const name = toTreeName(first);
  const items = root === undefined ? [] : readTree((await reader.read(root))!.bytes);
  const old = items.find((each) => each.name === name);
  let put = item;
  if (rest.length > 0) {
    const below = await replaceIn({ reader, writer }, old?.mode === FOLDER_MODE ? old.id : undefined, rest, item);
    put = below === undefined ? undefined : { mode: FOLDER_MODE, id: below };
  }
  const others = items.filter((each) => each !== old);
  const all = put ? [...others, { ...put, name }] : others;
  return all.length === 0 ? undefined : writer.write('tree', toTree(all));
}

/** A name as trees hold it, and back. */
export const toTreeName = (name: string): string => Buffer.from(name, 'utf8').toString('latin1');
export const fromTreeName = (name: string): string => Buffer.from(name, 'latin1').toString('utf8');
