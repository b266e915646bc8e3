import type { Before, Plan } from './plan.ts';
import type { Files, Known } from './state.ts';
import { type Store, toDirectoryId } from './store.ts';

/** The directories of a release, and how they came from those of the release before. */
export interface Assembled {
  /** Id of the root directory. */
  root: string;
  /** Ids of directories that are new, have another id, or of whose files something new is known. */
  directories: Map<string, string>;
  /** Directories of the release before that this one has not. */
  gone: string[];
}

/**
 * Names every directory from the bottom up. Directories in which nothing changed keep their id and are not
 * looked into.
 * @param staged directories whose own files changed, by path
 */
export function assemble(store: Store, before: Before, plan: Plan, staged: ReadonlyMap<string, string>): Assembled {
  const formerChildren = toTree([...before.heads].flatMap(([path, { count }]) => (count > 0 ? [path] : [])));
  const children = toTree([
    ...[...before.heads].flatMap(([path, { count }]) => (count > 0 && !plan.gone.has(path) ? [path] : [])),
    ...plan.layout.keys(),
  ]);
  const looked = new Set(plan.tasks.map(({ directory }) => directory));
  const directories = new Map<string, string>();
  const renamed = new Set<string>();
  const root = name('/');
  return { root, directories, gone: [...before.heads.keys()].filter((path) => !children.has(path)) };

  function name(path: string): string {
    const names = [...(children.get(path) ?? [])];
    const inner = new Map(names.map((child) => [child, name(`${path}${child}/`)]));
    const former = before.heads.get(path)?.id;
    const isSame =
      former !== undefined &&
      !staged.has(path) &&
      !plan.gone.has(path) &&
      (formerChildren.get(path)?.size ?? 0) === inner.size &&
      !names.some((child) => renamed.has(`${path}${child}/`));
    if (isSame) {
      if (looked.has(path)) directories.set(path, former);
      return former;
    }
    const files = filesIn(plan, before, path);
    const id = toDirectoryId(new Map([...files].map(([file, known]) => [file, known.sha256])), inner);
    store.keep(staged.get(path) ?? refill(former, files.keys()), id, inner);
    directories.set(path, id);
    if (id !== former) renamed.add(path);
    return id;
  }

  function refill(former: string | undefined, names: Iterable<string>): string {
    const filled = store.stage();
    if (former !== undefined) store.carry(former, names, filled);
    return filled;
  }
}

/** The files of a directory after the build. */
export function filesIn(plan: Plan, before: Before, path: string): Files {
  if (plan.gone.has(path)) return new Map();
  return (plan.layout.get(path) as Map<string, Known> | undefined) ?? (before.heads.has(path) ? before.files(path) : new Map());
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
