import type { Route } from '../routes.ts';
import type { Known } from './state.ts';

/** What is to be made in one directory of the site. */
export interface Task {
  /** With `/` at both ends. */
  directory: string;
  routes: Route[];
  /** Hashes of the files to be made, as far as they were published before. */
  before: Record<string, string>;
  /** Names of files that stay as they are. */
  stay: string[];
  /** Kept directory to take them from; empty when there is none. */
  from: string;
  /** Whether files have gone, so that the directory changes even if nothing in it does. */
  shrinks: boolean;
}

export interface Plan {
  tasks: Task[];
  /** Files of the site after the build, by directory and name, with what is known of those that stay. */
  layout: Map<string, Map<string, Known | undefined>>;
  goneFiles: string[];
}

export const directoryOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
export const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** What a file is made from, beside what it reads. */
export function keyOf(route: Route): string {
  if ('page' in route) return `${route.page} ${JSON.stringify(route.props)}`;
  if ('asset' in route) return `asset ${route.sha256}`;
  return 'copy' in route ? `copy ${route.copy.sha256}` : `picture ${route.picture.sha256} ${route.width}`;
}

/**
 * Compares the files that the site should have with those it has, directory by directory.
 * @param known files of the release before, by path
 * @param kept directories of the release before, by path
 * @param changed tags that changed since, or undefined when every page must be made again
 */
export function toPlan(
  routes: Iterable<Route>,
  known: ReadonlyMap<string, Known>,
  kept: ReadonlyMap<string, string>,
  changed: ReadonlySet<string> | undefined,
  today: string,
): Plan {
  const layout = new Map<string, Map<string, Known | undefined>>();
  const stale = new Map<string, Route[]>();
  const claimed = new Set<string>();
  for (const route of routes) {
    if (claimed.has(route.path)) continue;
    claimed.add(route.path);
    const directory = directoryOf(route.path);
    let files = layout.get(directory);
    if (!files) layout.set(directory, (files = new Map()));
    const before = known.get(route.path);
    if (before && before.key === keyOf(route) && isFresh(route, before, changed, today)) files.set(nameOf(route.path), before);
    else {
      files.set(nameOf(route.path), undefined);
      const found = stale.get(directory);
      if (found) found.push(route);
      else stale.set(directory, [route]);
    }
  }
  for (const [directory, files] of layout) for (const name of files.keys()) if (layout.has(`${directory}${name}/`)) files.delete(name);
  const goneFiles = [...known.keys()].filter((path) => !claimed.has(path));
  const shrinking = new Set(goneFiles.map(directoryOf));
  const tasks: Task[] = [];
  for (const [directory, files] of layout) {
    const toMake = stale.get(directory) ?? [];
    if (toMake.length === 0 && !shrinking.has(directory)) continue;
    tasks.push({
      directory,
      routes: toMake,
      before: Object.fromEntries(toMake.flatMap(({ path }) => (known.has(path) ? [[nameOf(path), known.get(path)!.sha256]] : []))),
      stay: [...files].flatMap(([name, before]) => (before ? [name] : [])),
      from: kept.get(directory) ?? '',
      shrinks: shrinking.has(directory),
    });
  }
  return { tasks, layout, goneFiles };
}

function isFresh(route: Route, before: Known, changed: ReadonlySet<string> | undefined, today: string): boolean {
  if (!('page' in route)) return true;
  if (!changed || (before.until !== '' && before.until <= today)) return false;
  return changed.size === 0 || !before.tags.split('\n').some((tag) => changed.has(tag));
}
