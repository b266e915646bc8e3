import { apiShelf, recordShelf } from '../../cms/library/addresses.ts';
import type { Library } from '../../cms/library/library.ts';
import { numberOf, recordCodeOf, tagOf } from '../../cms/library/tags.ts';
import type { KeptTexts } from '../attachments/kept-texts.ts';
import { isShelf, shelfPath } from '../paths.ts';
import { type Route, toRoutes } from '../routes.ts';
import { INDEX } from '../search/paths.ts';
import type { Files, Head, Known } from './state.ts';

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
  /** Whether all pages are made, so that those of entries are gathered for the search index on the way. */
  isGathered: boolean;
}

/** The release before, as far as it can be built upon. */
export interface Before {
  heads: ReadonlyMap<string, Head>;
  files(directory: string): Files;
}

export interface Plan {
  tasks: Task[];
  /** Files after the build of every directory that was looked into; undefined for those still to be made. */
  layout: Map<string, Map<string, Known | undefined>>;
  /** Directories that have no files any more. */
  gone: Set<string>;
}

export const directoryOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
export const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** Whether a file is the page of an entry, or of one of its attachments, by what is known of it. */
export const isOfEntry = ({ key }: Pick<Known, 'key'>) => key.startsWith('entry ') || key.startsWith('reading ');

/** What a file is made from, beside what it reads. */
export function keyOf(route: Route): string {
  if ('page' in route) return `${route.page} ${JSON.stringify(route.props)}`;
  if ('asset' in route) return `asset ${route.sha256}`;
  return 'copy' in route ? `copy ${route.copy.sha256}` : `picture ${route.picture.sha256} ${route.width} ${route.format}`;
}

/**
 * Compares the files that the site should have with those it has, directory by directory. Shelves of entries are
 * most of a site; those in which no entry changed and no tag is stale are not looked into.
 */
export function toPlan(
  library: Library,
  assets: readonly Route[],
  before: Before,
  { changed, shelves, texts, today }: Stale & { texts: KeptTexts },
): Plan {
  const isStale = toJudge({ changed, today });
  const { layout, wanted } = arrange([...assets, ...toRoutes(library, texts, shelves)]);
  const tasks: Task[] = [];
  for (const [directory, routes] of wanted) {
    const head = before.heads.get(directory);
    const known: Files = head ? before.files(directory) : new Map();
    const files = layout.get(directory)!;
    const stale = routes.filter((route) => {
      const name = nameOf(route.path);
      const former = known.get(name);
      if (!former || former.key !== keyOf(route) || ('page' in route && isStale(former))) return true;
      files.set(name, former);
      return false;
    });
    const shrinks = [...known.keys()].some((name) => !files.has(name));
    if (stale.length === 0 && !shrinks) continue;
    tasks.push({
      directory,
      routes: stale,
      before: Object.fromEntries(
        stale.flatMap(({ path }) => (known.has(nameOf(path)) ? [[nameOf(path), known.get(nameOf(path))!.sha256]] : [])),
      ),
      stay: [...files].flatMap(([name, former]) => (former ? [name] : [])),
      from: head?.id ?? '',
      shrinks,
      isGathered: !changed,
    });
  }
  const gone = [...before.heads].filter(
    ([path, { count }]) => count > 0 && !layout.has(path) && !path.startsWith(INDEX) && (!shelves || !isShelf(path) || shelves.has(path)),
  );
  return { tasks, layout, gone: new Set(gone.map(([path]) => path)) };
}

export interface Stale {
  /** Tags that changed since, or undefined when every page must be made again. */
  changed: ReadonlySet<string> | undefined;
  /** Shelves of entries to look into, or undefined for all. */
  shelves: ReadonlySet<string> | undefined;
  today: string;
}

const toJudge =
  ({ changed, today }: Pick<Stale, 'changed' | 'today'>) =>
  ({ tags, until }: Pick<Known, 'tags' | 'until'>): boolean =>
    !changed || (until !== '' && until <= today) || (changed.size > 0 && tags.some((tag) => changed.has(tag)));

/** Shelves whose entries changed, those that an old address lies in when one was added, and those with a page that is stale for another reason. */
export function toShelves(library: Library, changed: ReadonlySet<string>, before: Before, today: string): Set<string> {
  const isStale = toJudge({ changed, today });
  const shelves = new Set<string>();
  for (const tag of changed) {
    const number = numberOf(tag);
    if (number !== undefined) shelves.add(shelfPath(number));
    const code = recordCodeOf(tag);
    if (code === undefined) continue;
    shelves.add(apiShelf(code));
    if (library.acts.isSigned) shelves.add(recordShelf(code));
  }
  if (changed.has(tagOf.records('redirect')))
    for (const { from } of library.redirects()) if (isShelf(directoryOf(from))) shelves.add(directoryOf(from));
  for (const [path, head] of before.heads) if (isShelf(path) && isStale(head)) shelves.add(path);
  return shelves;
}

/** Puts routes into their directories. The first of two routes to one file counts, and a directory before a file. */
function arrange(routes: Iterable<Route>) {
  const layout = new Map<string, Map<string, Known | undefined>>();
  const wanted = new Map<string, Route[]>();
  for (const route of routes) {
    const directory = directoryOf(route.path);
    const files = layout.get(directory) ?? new Map<string, Known | undefined>();
    if (files.has(nameOf(route.path))) continue;
    layout.set(directory, files.set(nameOf(route.path), undefined));
    const found = wanted.get(directory);
    if (found) found.push(route);
    else wanted.set(directory, [route]);
  }
  for (const [directory, files] of layout)
    for (const name of files.keys())
      if (layout.has(`${directory}${name}/`)) {
        files.delete(name);
        wanted.set(
          directory,
          wanted.get(directory)!.filter(({ path }) => nameOf(path) !== name),
        );
      }
  return { layout, wanted };
}
