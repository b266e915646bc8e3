import { FOLDER_MODE, readTree, type TreeItem } from '../../cms/office/store/tree.ts';
import type { Objects } from './objects.ts';

/** A name in a folder before and after a commit, from the top; one of the two may be missing. */
export interface Changed {
  path: string;
  before: TreeItem | undefined;
  after: TreeItem | undefined;
}

/** What cannot be read as a folder. */
export type Broken = 'missing' | 'altered' | 'odd';

const EMPTY: readonly TreeItem[] = [];

/** Folders as the repository has them, each read once and held against its name. */
export class Trees {
  readonly #objects: Objects;
  readonly #known = new Map<string, readonly TreeItem[]>();
  readonly broken = new Map<string, Broken>();

  constructor(objects: Objects) {
    this.#objects = objects;
  }

  /** Reads folders that are not known yet. */
  async load(ids: Iterable<string>): Promise<void> {
    const fresh = [...new Set(ids)].filter((id) => !this.#known.has(id));
    await this.#objects.read(fresh, (found, id) => {
      const isRead = found !== 'missing' && found !== 'altered';
      const items = isRead && found.kind === 'tree' ? readTree(found.bytes) : undefined;
      if (!items || !isOrdered(items)) this.broken.set(id, isRead ? 'odd' : found);
      this.#known.set(id, items ?? EMPTY);
    });
  }

  /** Items of a folder that was loaded. */
  items = (id: string | undefined): readonly TreeItem[] => (id === undefined ? EMPTY : (this.#known.get(id) ?? EMPTY));

  /** What lies at a path below a folder, as far as the folders on the way were loaded. */
  at(root: string, path: string): TreeItem | undefined {
    let item: TreeItem | undefined = { mode: FOLDER_MODE, name: '', id: root };
    for (const name of path.split('/').filter(Boolean)) {
      if (item?.mode !== FOLDER_MODE) return undefined;
      item = this.items(item.id).find((each) => each.name === name);
    }
    return item;
  }

  /** Reads the folders on the way to paths, and those at their ends. */
  async walk(places: readonly (readonly [root: string, path: string])[]): Promise<void> {
    let open = places.map(([root, path]) => ({ id: root as string | undefined, rest: path.split('/').filter(Boolean) }));
    while (open.length > 0) {
      await this.load(open.flatMap(({ id }) => id ?? []));
      open = open.flatMap(({ id, rest: [first, ...rest] }) => {
        const item = first === undefined ? undefined : this.items(id).find(({ name }) => name === first);
        return item?.mode === FOLDER_MODE ? [{ id: item.id, rest }] : [];
      });
    }
  }

  /** Forgets folders; the next ones have little in common with those long before. */
  forget() {
    this.#known.clear();
  }

  /** What differs between each pair of folders, down to the files. */
  async differences(pairs: readonly (readonly [string | undefined, string])[]): Promise<Changed[][]> {
    const all: Changed[][] = pairs.map(() => []);
    let open = pairs.flatMap(([before, after], nth) =>
      before === after ? [] : [{ nth, path: '', before, after: after as string | undefined }],
    );
    while (open.length > 0) {
      await this.load(open.flatMap(({ before, after }) => [before, after].filter((id) => id !== undefined)));
      const deeper: typeof open = [];
      for (const { nth, path, before, after } of open)
        for (const [one, other] of unequal(this.items(before), this.items(after))) {
          const inner = path + (one ?? other)!.name;
          const [from, to] = [folderOf(one), folderOf(other)];
          if (from !== undefined || to !== undefined) deeper.push({ nth, path: `${inner}/`, before: from, after: to });
          if ((one && from === undefined) || (other && to === undefined))
            all[nth]!.push({ path: inner, before: from === undefined ? one : undefined, after: to === undefined ? other : undefined });
        }
      open = deeper;
    }
    return all;
  }
}

const folderOf = (item: TreeItem | undefined) => (item?.mode === FOLDER_MODE ? item.id : undefined);

const keyOf = ({ mode, name }: TreeItem) => (mode === FOLDER_MODE ? `${name}/` : name);

/** Git's order, no name twice, none that leads elsewhere. */
function isOrdered(items: readonly TreeItem[]): boolean {
  const names = new Set<string>();
  let last = '';
  for (const item of items) {
    const key = keyOf(item);
    if (key <= last || names.has(item.name) || UNUSABLE.test(item.name)) return false;
    names.add(item.name);
    last = key;
  }
  return true;
}

const UNUSABLE = /^\.{0,2}$|\/|^\.git$/iu;

/** Pairs of items that differ, in Git's order. */
function* unequal(before: readonly TreeItem[], after: readonly TreeItem[]): Generator<[TreeItem | undefined, TreeItem | undefined]> {
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const [one, other] = [before[i], after[j]];
    if (one && other && one.name === other.name) {
      if (one.id !== other.id || one.mode !== other.mode) yield [one, other];
      i++;
      j++;
    } else if (!other || (one && keyOf(one) < keyOf(other))) {
      yield [one, undefined];
      i++;
    } else {
      yield [undefined, other];
      j++;
    }
  }
}
