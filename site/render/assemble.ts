import type { Known } from './state.ts';
import { type Store, toDirectoryId } from './store.ts';

/** The directories of a release, and how they came from those of the release before. */
export interface Assembled {
  /** Id of the root directory. */
  root: string;
  /** Directories that are new or have another id. */
  directories: Map<string, string>;
  goneDirectories: string[];
}

/**
 * Names every directory from the bottom up. Directories in which nothing changed keep their id and are not
 * looked into.
 * @param layout files by directory and name
 * @param staged directories whose own files changed, by path
 * @param kept ids of the release before, by path
 */
export function assemble(
  store: Store,
  layout: ReadonlyMap<string, ReadonlyMap<string, Known | undefined>>,
  staged: ReadonlyMap<string, string>,
  kept: ReadonlyMap<string, string>,
): Assembled {
  const children = toTree(layout.keys());
  const formerChildren = toTree(kept.keys());
  const directories = new Map<string, string>();
  const root = name('/');
  return { root, directories, goneDirectories: [...kept.keys()].filter((path) => !children.has(path)) };

  function name(path: string): string {
    const inner = new Map([...(children.get(path) ?? [])].map((child) => [child, name(`${path}${child}/`)]));
    const before = kept.get(path);
    const isSame =
      before !== undefined &&
      !staged.has(path) &&
      ![...inner.keys()].some((child) => directories.has(`${path}${child}/`)) &&
      sameChildren(path, inner);
    if (isSame) return before;
    const files = new Map([...(layout.get(path) ?? [])].map(([file, known]) => [file, known?.sha256 ?? '']));
    const id = toDirectoryId(files, inner);
    const filled = staged.get(path) ?? refill(before, files.keys());
    store.keep(filled, id, inner);
    if (id !== before) directories.set(path, id);
    return id;
  }

  function refill(before: string | undefined, names: Iterable<string>): string {
    const filled = store.stage();
    if (before !== undefined) store.carry(before, names, filled);
    return filled;
  }

  /** Whether a directory had the same subdirectories before. */
  function sameChildren(path: string, inner: ReadonlyMap<string, string>): boolean {
    return (formerChildren.get(path)?.size ?? 0) === inner.size;
  }
}

/** Names of the subdirectories of every directory on the way to one of these paths. */
function toTree(paths: Iterable<string>): Map<string, Set<string>> {
  const tree = new Map<string, Set<string>>([['/', new Set()]]);
  for (const path of paths) {
    let at = '/';
    for (const part of path.split('/').filter(Boolean)) {
      tree.get(at)!.add(part);
      at += `${part}/`;
      if (!tree.has(at)) tree.set(at, new Set());
    }
  }
  return tree;
}
